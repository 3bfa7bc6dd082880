import CivilCalendar
import ContactRouting

/// Holds a decision against one expectation of the adviser's table.
struct AdviserChecking {
    private let decision: Decision
    private let consumer: Consumer
    private let refused: [RefusedChannel]

    init(_ decision: Decision, of facts: ContactCase) {
        self.decision = decision
        consumer = facts.consumer
        refused = decision.refused
    }

    /// - Returns: what is wrong, nil when the expectation is met.
    func complaint(about expectation: AdviserRow.Expectation) -> String? {
        let arguments = expectation.arguments
        guard let first = arguments.first ?? (expectation.word == "none" ? "" : nil) else {
            return "\(expectation.word) lacks what it is about"
        }
        let rest = Array(arguments.dropFirst())
        switch expectation.word {
        case "best": return unless(arguments.contains(answer), "the answer is \(answer)")
        case "wait": return wait(until: first)
        case "none": return none(because: first)
        case "usable": return all(arguments) { isUsable($0) ? nil : "is refused: \(codes(of: $0))" }
        case "absent": return all(arguments) { codes(of: $0) == ["no-verdict"] ? nil : "has a verdict" }
        case "not": return all(arguments) { isUsable($0) ? "is usable" : nil }
        case "refused":
            return all(rest) { codes(of: first).contains($0) ? nil : "is not among \(codes(of: first))" }
        case "only":
            return unless(codes(of: first).sorted() == rest.sorted(), "\(first): \(codes(of: first))")
        case "from": return opening(of: first, is: rest.first)
        case "names": return names(first, rest.first ?? "")
        case "since": return since(first, rest.first ?? "")
        case "missing":
            let missing = usable(first)?.missing.map(\.rawValue) ?? []
            return all(rest) { missing.contains($0) ? nil : "is not among \(missing)" }
        case "dials":
            let numbers = usable(first).map(numbers) ?? []
            return unless(numbers == rest, "\(first): \(numbers)")
        case "reason":
            let reasons = decision.best?.reasons.map(\.rawValue) ?? []
            return all(arguments) { reasons.contains($0) ? nil : "is not among \(reasons)" }
        case "rung": return unless("\(decision.reached)" == first, "the rung is \(decision.reached)")
        case "asked":
            return unless(decision.asked?.answer.rawValue == first, "asked: \(decision.asked as Any)")
        case "next": return next(first, notBefore: rest.first)
        case "last", "safe", "opens", "over", "runs", "without":
            return deadline(expectation.word, first, rest.first ?? "")
        default: return "is a word that the table does not know"
        }
    }

    /// The best channel, or the outcome.
    private var answer: String {
        switch decision.outcome {
        case .contact: decision.best?.channel.text ?? "nothing"
        case .wait(let until, let because): "wait until \(until) because \(because)"
        case .none(let reason): "none, \(reason.rawValue)"
        }
    }

    private func usable(_ channel: String) -> UsableChannel? {
        decision.usable.first { $0.channel.text == channel }
    }

    private func isUsable(_ channel: String) -> Bool { usable(channel) != nil }

    private func refusal(_ channel: String) -> RefusedChannel? {
        refused.first { $0.channel.text == channel }
    }

    private func codes(of channel: String) -> [String] {
        guard let refusal = refusal(channel) else { return isUsable(channel) ? [] : ["no-verdict"] }
        return refusal.objections.map(\.code.rawValue)
    }

    private func unless(_ holds: Bool, _ complaint: String) -> String? { holds ? nil : complaint }

    private func all(_ names: [String], _ complaint: (String) -> String?) -> String? {
        let complaints = names.compactMap { name in complaint(name).map { "\(name) \($0)" } }
        return complaints.isEmpty ? nil : complaints.joined(separator: ", ")
    }

    private func instant(_ text: String) -> Instant? { try? Instant(parsing: CaseWords.moment(text)) }

    // MARK: Outcomes

    private func wait(until text: String) -> String? {
        guard case .wait(let until, _) = decision.outcome else { return "the answer is \(answer)" }
        return unless(until == instant(text), "waits until \(until)")
    }

    private func none(because reason: String) -> String? {
        guard case .none(let because) = decision.outcome else { return "the answer is \(answer)" }
        return unless(reason.isEmpty || because.rawValue == reason, "none because \(because.rawValue)")
    }

    /// The numbers that are meant for where the person is.
    private func numbers(_ channel: UsableChannel) -> [String] {
        channel.offer.endpoints(for: consumer).compactMap { endpoint in
            switch endpoint.address {
            case .tel(let number): number.text
            case .url, .email, .post, .handle, .menu: nil
            }
        }
    }

    // MARK: Refusals

    private func opening(of channel: String, is text: String?) -> String? {
        guard let refusal = refusal(channel) else { return "\(channel) is not refused" }
        return unless(
            refusal.usableFrom == text.flatMap { $0 == "-" ? nil : instant($0) },
            "\(channel) opens \(refusal.usableFrom as Any)")
    }

    private func names(_ channel: String, _ name: String) -> String? {
        let names = refusal(channel)?.objections.compactMap { objection -> String? in
            switch objection.detail {
            case .fact(let fact): fact.rawValue
            case .channel(let channel): channel.text
            case .none, .since: nil
            }
        }
        return unless(names?.contains(name) ?? false, "\(channel) names \(names ?? [])")
    }

    private func since(_ channel: String, _ day: String) -> String? {
        let days = refusal(channel)?.objections.compactMap { objection -> CivilDay? in
            switch objection.detail {
            case .since(let day): day
            case .none, .fact, .channel: nil
            }
        }
        return unless(days?.contains { "\($0)" == day } ?? false, "\(channel): \(days ?? [])")
    }

    private func next(_ channel: String, notBefore: String?) -> String? {
        guard let step = decision.next.first(where: { $0.channel.text == channel }) else {
            return "the next steps are \(decision.next.map(\.channel.text))"
        }
        guard let notBefore else { return nil }
        return unless(step.notBefore == instant(notBefore), "\(channel) comes \(step.notBefore as Any)")
    }

    // MARK: Deadlines

    private func deadline(_ word: String, _ right: String, _ value: String) -> String? {
        guard let deadline = decision.deadlines.first(where: { $0.right.rawValue == right }) else {
            return word == "without" ? nil : "there is no deadline \(right)"
        }
        switch word {
        case "last": return unless(deadline.lastDay.map { "\($0)" } == value, "\(deadline.lastDay as Any)")
        case "safe":
            return unless(deadline.safeLastDay.map { "\($0)" } == value, "\(deadline.safeLastDay as Any)")
        case "opens": return unless(deadline.opens == instant(value), "\(deadline.opens as Any)")
        case "over": return unless(deadline.isOver(at: decision.decidedAt), "\(right) still runs")
        case "runs": return unless(!deadline.isOver(at: decision.decidedAt), "\(right) is over")
        default: return "there is a deadline \(right)"
        }
    }
}
