internal import Glibc

/// A program that runs beside a test, with files as its input and outputs.
///
/// The system itself is asked whether it has ended, so that its end cannot be missed.
public final class ProgramRun {
    private let pid: pid_t
    /// What the system said of the end; nil while it runs.
    private var end: Int32?

    /// - Parameters:
    ///   - words: the program and its arguments; one without a slash is looked for in `PATH`.
    ///   - environment: all of it.
    ///   - folder: where it runs.
    ///   - output: a file that is made or written over.
    ///   - errors: likewise.
    /// - Throws: `ServerSetupError` when it cannot be started.
    public init(
        _ words: [String], environment: [String: String], in folder: String,
        input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let mode: mode_t = 0o600
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, mode)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, mode)
        // It changes the folder, which only this process as a whole could, and becomes the program.
        let changer = "/usr/bin/env"
        var words = ([changer, "-C", folder] + words).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, changer, &actions, nil, &words, &variables)
        guard code == 0 else { throw ServerSetupError(step: changer, code: code) }
        self.pid = pid
    }

    deinit {
        guard isRunning else { return }
        signal(SIGKILL)
        wait()
    }

    public var isRunning: Bool { status == nil }

    /// How it ended: its exit status, or the number of the signal below zero; nil while it runs.
    public var status: Int32? {
        if end == nil {
            var state: Int32 = 0
            if waitpid(pid, &state, WNOHANG) == pid { end = state }
        }
        return end.map { state in (state & 0x7F) == 0 ? (state >> 8) & 0xFF : -(state & 0x7F) }
    }

    public func signal(_ number: Int32) { if end == nil { kill(pid, number) } }

    /// Waits for the end.
    public func wait() {
        while end == nil {
            var state: Int32 = 0
            let found = waitpid(pid, &state, 0)
            if found == pid { end = state }
            guard found < 0, errno == EINTR else { return }
        }
    }
}

/// What the machine lets a test do.
public enum MachineLeave {
    /// To trace a process of its own.
    public static let tracing = isGiven("strace", "-o", "/dev/null", "true")
    /// To have mounts of its own.
    public static let namespaces = isGiven("unshare", "-Urm", "true")

    private static func isGiven(_ words: String...) -> Bool {
        guard let run = try? ProgramRun(words, environment: ["PATH": "/usr/bin:/bin"], in: "/") else {
            return false
        }
        run.wait()
        return run.status == 0
    }
}
