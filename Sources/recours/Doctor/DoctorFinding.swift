import ChannelPluginKit

/// One thing that was looked at, and how it is.
struct DoctorFinding {
    enum Topic: String, CaseIterable {
        case settings, secrets, directory, folder, calendar, store, hold, worker, deliveries, zones, clock,
            relay,
            server
        case plugin, metrics
    }

    let severity: Diagnostic.Severity
    let topic: Topic
    /// One sentence that says what to do when it is not good.
    let text: String
    /// How the command ends because of it; nil when it may end well.
    let status: ExitStatus?

    static func good(_ topic: Topic, _ text: String) -> DoctorFinding {
        DoctorFinding(severity: .good, topic: topic, text: text, status: nil)
    }

    static func warning(_ topic: Topic, _ text: String) -> DoctorFinding {
        DoctorFinding(severity: .warning, topic: topic, text: text, status: nil)
    }

    static func error(_ topic: Topic, _ text: String, _ status: ExitStatus = .unavailable) -> DoctorFinding {
        DoctorFinding(severity: .error, topic: topic, text: text, status: status)
    }

    /// A failure of a command, as a finding.
    static func error(_ topic: Topic, _ failure: CommandFailure) -> DoctorFinding {
        error(topic, failure.text, failure.status == .configuration ? .configuration : .unavailable)
    }
}
