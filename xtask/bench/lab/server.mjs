// The measured server of `cargo xtask bench lab`, for Node.js and Bun.
// node server.mjs DELAY_PORT [PROCESSES]
//
// Writes the port that it listens at. Answers "ok" to
//   /                                   at once
//   /work?calls=N&io=MS&spin=STEPS      after N calls to the delay server,
//                                       computing so many steps before the
//                                       first call and after each
//   /park?count=N                       having left N calls pending for ever

import cluster from "node:cluster";
import { createServer } from "node:http";
import net from "node:net";

const [delayPort, processes = "1"] = process.argv.slice(2);

if (processes > 1 && cluster.isPrimary) {
  let announced = false;
  for (let i = 0; i < processes; i++) cluster.fork();
  cluster.on("listening", (_, { port }) => {
    if (!announced) announce(port);
    announced = true;
  });
} else {
  serve();
}

function announce(port) {
  process.stdout.write(`${port}\n`);
}

function serve() {
  if (globalThis.Bun) {
    const fetch = async (request) => {
      await answer(new URL(request.url));
      return new Response("ok");
    };
    announce(Bun.serve({ port: 0, hostname: "127.0.0.1", idleTimeout: 0, fetch }).port);
    return;
  }
  const server = createServer(async (request, response) => {
    await answer(new URL(request.url, "http://lab"));
    response.setHeader("content-length", 2);
    response.end("ok");
  });
  // Idle connections are part of what is measured.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1", 4096, () => {
    if (cluster.isPrimary) announce(server.address().port);
  });
}

async function answer({ pathname, searchParams }) {
  const number = (name) => Number(searchParams.get(name));
  if (pathname === "/park") return park(number("count"));
  if (pathname !== "/work") return;
  const calls = number("calls");
  const io = searchParams.get("io");
  const steps = number("spin");
  spin(steps);
  for (let i = 0; i < calls; i++) {
    await delay(io);
    spin(steps);
  }
}

export let sink = 0;

/** Computes, without memory. */
function spin(steps) {
  let x = sink | 1;
  for (let i = 0; i < steps; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  sink = x;
}

const idle = [];

/** Waits on a socket, as for a database. */
function delay(milliseconds) {
  return new Promise((resolve) => {
    const socket = idle.pop() ?? connect();
    socket.answered = resolve;
    socket.write(`${milliseconds}\n`);
  });
}

function connect() {
  const socket = net.connect({ port: Number(delayPort), host: "127.0.0.1", noDelay: true });
  socket.on("data", () => {
    idle.push(socket);
    socket.answered();
  });
  return socket;
}

const parked = [];

function park(count) {
  const pending = async (number) => {
    const answer = await new Promise((resolve) => parked.push(resolve));
    return answer + number;
  };
  for (let i = 0; i < count; i++) pending(i);
}
