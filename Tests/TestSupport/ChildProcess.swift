internal import Glibc

/// A command that runs beside a test, with its input and output as pipes; its error output is dropped.
public final class ChildProcess: Sendable {
    private let pid: pid_t
    private let input: Int32
    private let output: Int32

    /// - Throws: `ServerSetupError` when the command cannot be started.
    public init(_ path: String, _ arguments: [String]) throws {
        var inputEnds: [Int32] = [-1, -1]
        var outputEnds: [Int32] = [-1, -1]
        guard pipe(&inputEnds) == 0, pipe(&outputEnds) == 0 else {
            throw ServerSetupError(step: "pipe", code: errno)
        }
        for end in inputEnds + outputEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, inputEnds[0], 0)
        posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, path, &actions, nil, &words, environ)
        close(inputEnds[0])
        close(outputEnds[1])
        guard code == 0 else { throw ServerSetupError(step: path, code: code) }
        self.pid = pid
        input = inputEnds[1]
        output = outputEnds[0]
    }

    public func write(_ text: String) {
        let bytes = Array(text.utf8)
        if !bytes.isEmpty { _ = Glibc.write(input, bytes, bytes.count) }
    }

    /// The next bytes of its output; empty at the end.
    public func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(output, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }

    /// Waits for the end, and gives the exit code.
    public func wait() -> Int32 {
        var state: Int32 = 0
        while waitpid(pid, &state, 0) < 0 && errno == EINTR {}
        close(input)
        return (state & 0x7F) == 0 ? (state >> 8) & 0xFF : -1
    }

    /// Ends the command at once.
    public func stop() {
        kill(pid, SIGKILL)
        _ = wait()
    }
}
