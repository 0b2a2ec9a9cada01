import net from "node:net";

// Loaded into the shop before anything else: a process without a network. Whatever it asks for beyond
// this machine fails, and the line on its error output fails the tests.
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connectHere(...args) {
  const host = hostOf(args.flat());
  if (/^(?:localhost|[\w.-]+\.localhost|127(?:\.\d+){3}|::1)$/.test(host)) {
    return connect.apply(this, args);
  }
  process.stderr.write(`left this machine for ${host}\n`);
  process.nextTick(() => this.destroy(new Error("This machine has no network")));
  return this;
};

/** A connection is asked for by options, by a path of this machine, or by port and host. */
function hostOf([first, second]) {
  if (typeof first === "object") return first.path ? "localhost" : (first.host ?? "localhost");
  return typeof second === "string" ? second : "localhost";
}
