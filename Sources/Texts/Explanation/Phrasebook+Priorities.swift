import CivilCalendar
import ContactRouting

/// Which deadline and which next step a short paragraph should name.
extension Phrasebook {
    /// The time limit that counts most for a channel: its own, else one that the other side has missed, else the
    /// next one that the person could miss.
    func pressingDeadline(of decision: Decision, for channel: ChannelName) -> String? {
        let open = decision.deadlines.filter { !$0.isOver(at: now) && $0.lastDay != nil }
        if let own = right(of: channel), let deadline = open.first(where: { $0.right == own }) {
            return withLastDay(text(of: deadline), deadline)
        }
        let missed = decision.deadlines.first { $0.isOver(at: now) && $0.right.isOwedByTheOtherSide }
        if let missed { return text(of: missed) }
        let mine = open.filter { !$0.right.isOwedByTheOtherSide && isNear($0) }
        return mine.min { ($0.lastDay ?? .last) < ($1.lastDay ?? .last) }.map {
            withLastDay(text(of: $0), $0)
        }
    }

    /// On the last day the date alone could be overlooked.
    private func withLastDay(_ sentence: String, _ deadline: Deadline) -> String {
        guard deadline.lastDay == zone.day(at: now) else { return sentence }
        return sentence + say(" C’est aujourd’hui le dernier jour.", " Today is the last day.")
    }

    private func right(of channel: ChannelName) -> RightName? {
        switch channel {
        case .withdrawalButton: .withdrawal
        case .onlineReturn: .merchantReturn
        case .marketplaceGuarantee: .marketplaceGuarantee
        case .mediator: .mediation
        case .bankCardBlock, .bankClaim: .unauthorisedPayment
        default: nil  // tidy-allow: an open set of names
        }
    }

    /// A limit years away would only distract: those of two years and more count within their last two months.
    private func isNear(_ deadline: Deadline) -> Bool {
        guard let last = deadline.lastDay else { return false }
        switch deadline.right {
        case .conformityGuarantee, .defectPresumption, .hiddenDefects, .limitation:
            return zone.day(at: now).days(until: last) <= 60
        case .withdrawal, .goodsReturn, .merchantReturn, .delivery, .refundAfterWithdrawal,
            .refundAfterTermination, .refundAfterReturn, .repair, .marketplaceGuarantee, .mediation,
            .mediationOutcome, .eccNet, .unauthorisedPayment, .smallClaims:
            return true
        }
    }

    /// What comes next if this fails: the first later step of the ladder, and from when.
    ///
    /// A channel above the best one that may be used already comes before a later step of its rung or higher: nobody is
    /// sent to a court past an open mediator.
    func following(_ decision: Decision) -> String? {
        let lowest = decision.best.map { $0.rung < .beside ? $0.rung : .informal } ?? decision.reached
        let step = laterSteps(of: decision).first { ChannelProfile.of($0.channel).rung >= lowest }
        if let open = openAbove(lowest, decision),
            step.map({ ChannelProfile.of($0.channel).rung >= open.rung }) ?? true
        {
            return following(open.channel)
        }
        guard let step else { return nil }
        guard let moment = step.notBefore else { return following(step.channel) }
        let when = formats.opening(moment, seenFrom: now, in: zone)
        return say(
            "Si cela ne suffit pas, la suite sera possible \(when) : \(the(step.channel)).",
            "If this is not enough, the next step becomes possible \(when): \(the(step.channel)).")
    }
}

extension Phrasebook {
    private func following(_ channel: ChannelName) -> String {
        say(
            "Si cela ne suffit pas, l’étape suivante est \(the(channel)).",
            "If this is not enough, the next step is \(the(channel)).")
    }

    /// The lowest usable channel of the ladder above a rung.
    private func openAbove(_ rung: Rung, _ decision: Decision) -> UsableChannel? {
        decision.usable.filter { $0.rung > rung && $0.rung < .beside }.min { $0.rung < $1.rung }
    }

    /// What comes when the wait has brought nothing: the step that waited for this moment, else the next one.
    func afterWaiting(_ decision: Decision, until: Instant) -> String? {
        let timed = laterSteps(of: decision).first { step in step.notBefore.map { $0 <= until } ?? false }
        guard let channel = opened(by: until, decision) ?? timed?.channel else { return following(decision) }
        return say(
            "Si rien n’est réglé d’ici là, l’étape suivante est \(the(channel)).",
            "If nothing is settled by then, the next step is \(the(channel)).")
    }

    /// The lowest rung above the informal one that is refused only until a moment, or until a step that comes first.
    private func opened(by moment: Instant, _ decision: Decision) -> ChannelName? {
        let opened = decision.refused.filter { refused in
            let rung = refused.offer.profile.rung
            return rung > .informal && rung < .beside
                && refused.objections.allSatisfy { $0.code == .tooEarly || $0.code == .blockedBy }
                && refused.objections.contains { $0.usableFrom.map { $0 <= moment } ?? false }
        }
        return opened.min { $0.offer.profile.rung < $1.offer.profile.rung }?.channel
    }

    /// The later steps that belong to the ladder.
    private func laterSteps(of decision: Decision) -> [NextStep] {
        decision.next.filter { step in
            let rung = ChannelProfile.of(step.channel).rung
            return rung != .wall && rung != .beside
        }
    }
}

extension String {
    /// The text with a small letter at its head, as after a colon.
    var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}
