package scenario

import (
	"net/http"
	"strings"
	"sync"
)

// Exchange is what one request and its answer said about themselves.
type Exchange struct {
	Method, Path, Query        string
	Sent, Accepted, Got, Agent string
	Status                     int
	Warnings                   []string
}

// Wire notes every exchange of the clients made from the scenario's configuration, so that a scenario can tell which encoding was
// really spoken and how many requests a cache saved.
type Wire struct {
	mutex     sync.Mutex
	exchanges []Exchange
}

type transport struct {
	wire *Wire
	next http.RoundTripper
}

func (w *Wire) wrap(next http.RoundTripper) http.RoundTripper { return transport{w, next} }

func (t transport) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := t.next.RoundTrip(request)
	if err == nil {
		t.wire.note(Exchange{
			Method: request.Method, Path: request.URL.Path, Query: request.URL.RawQuery,
			Sent: request.Header.Get("Content-Type"), Accepted: request.Header.Get("Accept"),
			Got: response.Header.Get("Content-Type"), Status: response.StatusCode,
			Warnings: response.Header.Values("Warning"),
		})
	}
	return response, err
}

func (w *Wire) note(exchange Exchange) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.exchanges = append(w.exchanges, exchange)
}

// Since returns the exchanges from the given mark on, and the next mark.
func (w *Wire) Since(mark int) ([]Exchange, int) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return append([]Exchange(nil), w.exchanges[mark:]...), len(w.exchanges)
}

// Last is the latest exchange whose path holds the text.
func (w *Wire) Last(path string) Exchange {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for i := len(w.exchanges) - 1; i >= 0; i-- {
		if strings.Contains(w.exchanges[i].Path, path) {
			return w.exchanges[i]
		}
	}
	return Exchange{}
}
