// The measured server of `cargo xtask bench lab`, for Go; see server.mjs.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
)

var delayAddress = "127.0.0.1:" + os.Args[1]

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	panic(http.Serve(listener, http.HandlerFunc(answer)))
}

func answer(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/work":
		work(r)
	case "/park":
		park(number(r, "count"))
	}
	w.Header().Set("content-length", "2")
	w.Write([]byte("ok"))
}

func number(r *http.Request, name string) int {
	n, _ := strconv.Atoi(r.URL.Query().Get(name))
	return n
}

func work(r *http.Request) {
	query := r.URL.Query()
	calls, _ := strconv.Atoi(query.Get("calls"))
	steps, _ := strconv.Atoi(query.Get("spin"))
	io := []byte(query.Get("io") + "\n")
	spin(steps)
	for range calls {
		delay(io)
		spin(steps)
	}
}

// Computes, without memory.
func spin(steps int) {
	x := int32(1)
	for range steps {
		x = x*1664525 + 1013904223
	}
	if x == 0 {
		fmt.Fprintln(os.Stderr, "zero")
	}
}

var (
	lock sync.Mutex
	idle []net.Conn
)

// Waits on a socket, as for a database.
func delay(milliseconds []byte) {
	connection := connect()
	connection.Write(milliseconds)
	var answer [1]byte
	connection.Read(answer[:])
	lock.Lock()
	idle = append(idle, connection)
	lock.Unlock()
}

func connect() net.Conn {
	lock.Lock()
	if last := len(idle) - 1; last >= 0 {
		connection := idle[last]
		idle = idle[:last]
		lock.Unlock()
		return connection
	}
	lock.Unlock()
	connection, err := net.Dial("tcp", delayAddress)
	if err != nil {
		panic(err)
	}
	return connection
}

var never = make(chan int)

func park(count int) {
	for i := range count {
		go func() {
			answer := <-never
			fmt.Fprintln(os.Stderr, answer+i)
		}()
	}
}
