import CivilCalendar
public import ContactRouting

extension Phrasebook {
    /// The decision in one short paragraph of two to six sentences: what to do now, why, until when, and what comes
    /// next if it fails.
    public func explanation(of decision: Decision) -> String {
        let sentences: [String?] =
            switch decision.outcome {
            case .contact: contact(decision)
            case .wait(let until, let reason): wait(decision, until: until, reason)
            case .none(let reason): nothing(decision, reason)
            }
        return sentences.compactMap { $0 }.joined(separator: " ")
    }

    // MARK: Contact

    private func contact(_ decision: Decision) -> [String?] {
        guard let best = decision.usable.first else { return [] }
        let isWall = best.reasons.contains(.safetyFirst)
        return [
            instruction(for: best), why(best),
            (isWall ? warning : nil) ?? pressingDeadline(of: decision, for: best.channel),
            burden(in: decision),
            isWall ? beside(decision) : following(decision),
        ]
    }

    /// What a defect that appeared too late for the presumption, or for the guarantee, asks of the person.
    private func burden(in decision: Decision) -> String? {
        guard IssueSet.ofDefects.contains(facts.issue.kind), let found = facts.order.defectFoundOn else {
            return nil
        }
        func isOutside(_ right: RightName) -> Bool {
            let last = decision.deadlines.first { $0.right == right }?.lastDay
            return last.map { found > $0 } ?? false
        }
        if isOutside(.conformityGuarantee) {
            return say(
                "Le défaut est apparu après la fin de la garantie légale : reste la garantie des vices cachés, et il vous faut prouver que le défaut existait déjà à l’achat.",
                "The defect appeared after the legal guarantee had ended: what is left is the guarantee against hidden defects, and you must prove that the defect was there at the purchase."
            )
        }
        guard isOutside(.defectPresumption) else { return nil }
        return say(
            "La garantie légale couvre ce défaut, mais il vous faut prouver qu’il existait déjà à la livraison.",
            "The legal guarantee covers this defect, but you must prove that it was there on delivery."
        )
    }

    /// The two strongest reasons as a sentence.
    private func why(_ best: UsableChannel) -> String? {
        let clauses = best.reasons.filter { isTold($0, rung: best.rung) }.prefix(2).map {
            text(of: $0, on: best.offer)
        }
        guard !clauses.isEmpty else { return nil }
        let joined = formats.list(clauses.map { say(FrenchWords.that($0), "because \($0)") })
        return say("C’est le meilleur choix parce \(joined).", "This is the best choice \(joined).")
    }

    /// Whether a reason tells the person something in a short paragraph.
    private func isTold(_ reason: ReasonCode, rung: Rung) -> Bool {
        switch reason {
        case .opposableProof, .datedProof: rung != .beside && rung < .mediation && rung != .wall
        case .safetyFirst, .solvesAlone, .openNow, .nextStep, .sellerFirst, .sellerSilent, .sellerRefused,
            .informalContactFailed, .writtenComplaintFailed, .amicableAttemptFirst, .declarationDue,
            .rightEndsSoon, .refundOverdue, .obligedByLaw, .speaksYourLanguage, .preferred, .freeOfCharge,
            .besideTheLadder:
            true
        case .goodwill: false
        }
    }

    /// In a fraud the message itself is the danger.
    private var warning: String? {
        guard facts.issue.kind == .suspiciousMessage else { return nil }
        return say(
            "N’utilisez aucun lien ni aucun numéro du message.", "Use no link and no number from the message."
        )
    }

    /// The second channel of a wall, to be used as well.
    private func beside(_ decision: Decision) -> String? {
        let others = decision.usable.dropFirst().filter { $0.reasons.contains(.safetyFirst) }
        guard let next = others.first(where: { $0.rung == .wall }) ?? others.first else { return nil }
        let step = instruction(for: next)
        return say("À faire aussi : \(step.loweredFirst)", "Also: \(step.loweredFirst)")
    }

    // MARK: Wait

    private func wait(_ decision: Decision, until: Instant, _ reason: WaitReason) -> [String?] {
        let end = formats.until(until, in: zone)
        var sentences: [String?] = [say("Attendez \(end).", "Wait \(end)."), text(of: reason)]
        switch reason {
        case .nextStepOpens: break
        case .answerPending, .performanceDue: sentences.append(afterWaiting(decision, until: until))
        }
        let meanwhile = decision.usable.first { !isPending($0.channel) }
        if let meanwhile {
            sentences.append(
                say(
                    "En attendant, ceci reste possible : \(the(meanwhile.channel)).",
                    "Meanwhile this remains possible: \(the(meanwhile.channel))."))
        }
        return sentences
    }

    private func isPending(_ channel: ChannelName) -> Bool {
        facts.history.contains { $0.channel == channel }
    }

    // MARK: None

    private func nothing(_ decision: Decision, _ reason: NothingReason) -> [String?] {
        var sentences: [String?] = [text(of: reason)]
        guard reason != .nothingUsable, let goodwill = decision.usable.first else { return sentences }
        let step = instruction(for: goodwill)
        sentences.append(
            say(
                "Vous pouvez encore demander un geste, sans garantie de réponse favorable. \(step)",
                "You can still ask for a gesture, with no promise of a good answer. \(step)"))
        return sentences
    }
}
