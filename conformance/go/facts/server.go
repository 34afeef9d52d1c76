package main

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// server reads from one reference server on the loopback interface. It must never change anything there.
type server struct {
	url, token string
	client     *http.Client
}

func newServer(url, token string) *server {
	return &server{url: url, token: token, client: &http.Client{
		Timeout: 30 * time.Second,
		// The reference server is one that regenerate.sh has just started, with a certificate that it made for itself.
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	}}
}

func (s *server) get(path string, into any, accept ...string) error {
	req, err := http.NewRequest(http.MethodGet, s.url+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	for _, a := range accept {
		req.Header.Add("Accept", a)
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("GET %s: %s: %s", path, resp.Status, body)
	}
	return json.Unmarshal(body, into)
}
