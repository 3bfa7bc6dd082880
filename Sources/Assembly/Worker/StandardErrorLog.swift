import Glibc
import Logging
import Observability

extension EventLog {
    /// A log on standard error: for the journal of systemd when that reads it, else with moments.
    static func toStandardError(level: Logger.Level) -> EventLog {
        EventLog(level: level, style: isReadByJournal ? .journal : .dated, now: { LiveClock().moment }) {
            line in
            let bytes = Array(line.utf8)
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes {
                    write(STDERR_FILENO, $0.baseAddress, $0.count)
                }
                // Nobody reads it any more: there is nowhere left to say so.
                if count <= 0 { return }
                written += count
            }
        }
    }

    /// Whether `JOURNAL_STREAM` names this process's standard error (systemd.exec(5)).
    private static var isReadByJournal: Bool {
        guard let stream = getenv("JOURNAL_STREAM") else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return String(cString: stream) == "\(status.st_dev):\(status.st_ino)"
    }
}
