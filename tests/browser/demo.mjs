// Starts the demo of this build in a folder of its own and ends it again.

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../target/debug/marchland");
const READY_MS = 90_000;

export async function startDemo(basePort) {
  const data = join(await mkdtemp(join(tmpdir(), "marchland-browser-")), "demo");
  const child = spawn(program, ["demo", "--no-cases", "--data", data, "--base-port", String(basePort)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const began = Date.now();
  while (!said.includes("password")) {
    if (child.exitCode !== null || Date.now() - began > READY_MS) throw new Error(`the demo did not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    data,
    asks: `http://127.0.0.1:${basePort + 1}`,
    answers: `http://127.0.0.1:${basePort + 2}`,
    kill: async (node) => process.kill(Number(await readFile(join(data, node, "node.pid"), "utf8")), "SIGKILL"),
    stop: async () => {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
      await rm(join(data, ".."), { recursive: true, force: true });
    },
  };
}
