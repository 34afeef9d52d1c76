// Package scenario is the frame of the Go scenarios: one line per step, an end at the first failure with a clear text, waiting with a
// deadline, a namespace of its own and its removal. Called by the programs beside it; it asserts nothing about a server by itself.
package scenario

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

const (
	// whole bounds one run; the longest takes a quarter of it against the reference on two busy cores.
	whole = 90 * time.Second
	// patience bounds one wait for something that a healthy server does at once.
	patience = 15 * time.Second
)

// S is one running scenario.
type S struct {
	Context   context.Context
	Config    *rest.Config
	Clients   *kubernetes.Clientset
	Namespace string
	Wire      *Wire

	begun    time.Time
	step     string
	steps    int
	cleanups []func(context.Context)
}

// failure ends a scenario; any other panic is a fault of the program and is left alone.
type failure struct{ text string }

// Main runs one scenario against the server that KUBECONFIG names and ends the process.
func Main(name string, run func(*S)) {
	s := &S{step: "start", begun: time.Now()}
	err := s.guarded(func() { s.start(name); run(s) })
	cleaned := s.guarded(s.clean)
	if err := errors.Join(err, cleaned); err != nil {
		fmt.Fprintf(os.Stderr, "FAILED %v\n", err)
		os.Exit(1)
	}
	fmt.Printf("%d steps passed\n", s.steps)
}

func (s *S) guarded(run func()) (err error) {
	defer func() {
		switch caught := recover().(type) {
		case nil:
		case failure:
			err = fmt.Errorf("in step %q: %s", s.step, caught.text)
		default:
			panic(caught)
		}
	}()
	run()
	return nil
}

func (s *S) start(name string) {
	file := os.Getenv("KUBECONFIG")
	if file == "" {
		Fail("KUBECONFIG is not set")
	}
	ctx, cancel := context.WithTimeout(context.Background(), whole)
	s.Cleanup(func(context.Context) { cancel() })
	s.Context = ctx
	s.Config = Must(clientcmd.BuildConfigFromFlags("", file))
	// The scenario's own pace is not what is tested.
	s.Config.QPS, s.Config.Burst = -1, 0
	s.Wire = &Wire{}
	s.Config.Wrap(s.Wire.wrap)
	s.Clients = Must(kubernetes.NewForConfig(s.Config))
	s.Step("make a namespace with a generated name")
	meta := metav1.ObjectMeta{GenerateName: name + "-", Labels: map[string]string{"scenario": name}}
	made := Must(s.Clients.CoreV1().Namespaces().Create(ctx, &corev1.Namespace{ObjectMeta: meta}, metav1.CreateOptions{}))
	s.Namespace = made.Name
	s.Cleanup(func(ctx context.Context) {
		// Without a namespace controller it stays, terminating and empty.
		IgnoreMissing(s.Clients.CoreV1().Namespaces().Delete(ctx, made.Name, metav1.DeleteOptions{}))
	})
}

// Step names what comes next.
func (s *S) Step(format string, args ...any) {
	s.step = fmt.Sprintf(format, args...)
	s.steps++
	fmt.Printf("- %s (after %.1f s)\n", s.step, time.Since(s.begun).Seconds())
}

// Note says why a part is left out.
func (s *S) Note(format string, args ...any) { fmt.Printf("  "+format+"\n", args...) }

// Cleanup registers what is undone at the end, last first, whatever happened.
func (s *S) Cleanup(undo func(context.Context)) { s.cleanups = append(s.cleanups, undo) }

func (s *S) clean() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for len(s.cleanups) > 0 {
		last := len(s.cleanups) - 1
		undo := s.cleanups[last]
		s.cleanups = s.cleanups[:last]
		undo(ctx)
	}
}

// Fail ends the scenario; only the goroutine that runs it may call this and what is built on it.
func Fail(format string, args ...any) {
	place := "?"
	for depth := 1; ; depth++ {
		_, file, line, ok := runtime.Caller(depth)
		if !ok {
			break
		}
		if filepath.Base(filepath.Dir(file)) != "scenario" {
			place = fmt.Sprintf("%s:%d", filepath.Base(file), line)
			break
		}
	}
	panic(failure{place + ": " + fmt.Sprintf(format, args...)})
}

// Must returns the value of a call that has to succeed.
func Must[T any](value T, err error) T {
	Check(err)
	return value
}

// Check fails on an error.
func Check(err error) {
	if err != nil {
		Fail("%v", err)
	}
}

// IgnoreMissing fails on an error that does not say that the object is gone.
func IgnoreMissing(err error) {
	if !apierrors.IsNotFound(err) {
		Check(err)
	}
}

// Equal compares deeply.
func Equal(what string, got, want any) {
	if !reflect.DeepEqual(got, want) {
		Fail("%s: got %#v, want %#v", what, got, want)
	}
}

// True fails with a text when the condition does not hold.
func True(condition bool, format string, args ...any) {
	if !condition {
		Fail(format, args...)
	}
}

// Refused asks for an API error with this code and reason, and returns its status.
func Refused(err error, code int32, reason metav1.StatusReason) metav1.Status {
	var status apierrors.APIStatus
	if !errors.As(err, &status) {
		Fail("got %T %v, want the API error %d %s", err, err, code, reason)
	}
	got := status.Status()
	if got.Code != code || got.Reason != reason {
		Fail("got %d %s (%s), want %d %s", got.Code, got.Reason, got.Message, code, reason)
	}
	return got
}

// Refuse is Refused for calls that return a value too.
func Refuse[T any](_ T, err error) func(code int32, reason metav1.StatusReason) metav1.Status {
	return func(code int32, reason metav1.StatusReason) metav1.Status { return Refused(err, code, reason) }
}

// Await receives until a value matches, and fails when none does in time or the channel ends.
func Await[T any](s *S, what string, from <-chan T, match func(T) bool) T {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		select {
		case value, open := <-from:
			if !open {
				Fail("the stream ended while waiting for %s", what)
			}
			if match(value) {
				return value
			}
		case <-timer.C:
			Fail("waited %s for %s", patience, what)
		case <-s.Context.Done():
			Fail("the time of the whole scenario ran out while waiting for %s", what)
		}
	}
}

// Next receives one value of any kind.
func Next[T any](s *S, what string, from <-chan T) T {
	return Await(s, what, from, func(T) bool { return true })
}

// AwaitEnd receives until the channel is closed, and shows what still came.
func AwaitEnd[T any](s *S, what string, from <-chan T, show func(T)) {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		select {
		case value, open := <-from:
			if !open {
				return
			}
			if show != nil {
				show(value)
			}
		case <-timer.C:
			Fail("waited %s for %s", patience, what)
		case <-s.Context.Done():
			Fail("the time of the whole scenario ran out while waiting for %s", what)
		}
	}
}
