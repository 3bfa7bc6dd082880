import Assembly
import ContactRouting

/// Tries the servers that deliveries go to; nothing is sent.
struct ServerExamination {
    let settings: Settings
    let words: DoctorWords

    func findings() async -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        if settings.relay != nil {
            findings.append(
                finding(.relay, await Reachability(settings).faultOfRelay(), of: "RECOURS_SMTP_URL"))
        }
        let targets = [
            ("RECOURS_CALLBACK_URL", settings.callbackURL), ("RECOURS_WEBHOOK_URL", settings.webhookURL),
            ("RECOURS_REGISTERED_MAIL_URL", settings.registeredMail.url),
            ("RECOURS_REGISTERED_MAIL_TOKEN_URL", settings.registeredMail.tokenURL),
        ]
        for (name, target) in targets {
            guard let target else { continue }
            findings.append(finding(.server, await Reachability(settings).fault(of: target), of: name))
        }
        return findings
    }

    private func finding(
        _ topic: DoctorFinding.Topic, _ fault: Failure?, of name: String
    ) -> DoctorFinding {
        guard let fault else { return .good(topic, words.reachable(name)) }
        let status: ExitStatus
        switch fault.kind {
        case .authentication, .configuration, .policy: status = .configuration
        case .transient, .rateLimited, .permanentRecipient, .permanentContent, .unsupported, .cancelled,
            .pluginFault:
            status = .unavailable
        }
        return .error(topic, words.unreachable(name, fault), status)
    }
}
