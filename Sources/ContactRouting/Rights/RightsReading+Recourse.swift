import CivilCalendar

/// Times of the recourse that follows an unanswered complaint: mediator, European Consumer Centre, court.
extension RightsReading {
    func appendRecourse(to found: inout [Deadline]) {
        for deadline in [mediation, mediationOutcome, eccNet, smallClaims, limitation(after: found)] {
            if let deadline { found.append(deadline) }
        }
    }

    /// From the failure of a written complaint to one year after the latest was sent.
    ///
    /// The law does not say which of several complaints counts. A request is refused only after the year of the
    /// latest, because an inadmissible request costs nothing and a right given up for nothing does; who asks within
    /// the year of the first is safe.
    private var mediation: Deadline? {
        // One mediation: what was asked of a mediator is not asked again, and none beside a court (L612-2).
        guard let latest = history.latestComplaint, !history.tried.used.contains(.mediator),
            !history.tried.used.contains(.courtRequest)
        else { return nil }
        let opens = history.firstFailedComplaintAt ?? latest.pendingEnd
        var found = deadline(
            .mediation, opens: opens, until: lastDay(.mediation, from: zone.day(at: latest.at)))
        if let first = history.firstComplaint, first.at < latest.at {
            found?.safeLastDay = lastDay(.mediation, from: zone.day(at: first.at))
        }
        return found
    }

    /// Ninety days from the request to the mediator, when there was one.
    private var mediationOutcome: Deadline? {
        guard history.tried.used.contains(.mediator) else { return nil }
        let request = history.entries.last { $0.known == .mediator && !$0.isLostAttempt }
        return deadline(.mediationOutcome, from: request.map { zone.day(at: $0.at) })
    }

    /// From three weeks of silence, or a refusal; it never ends by a day of its own.
    private var eccNet: Deadline? {
        guard isCrossBorder, let complaint = history.firstComplaint else { return nil }
        let refusal = history.refusedComplaint?.at
        let silence = RightRule.eccNet.limit.ends(
            after: complaint.at, holidays: timeline.surroundings.holidays, zone: zone)
        return deadline(.eccNet, opens: min(refusal ?? silence, silence), until: nil)
    }

    /// The court without a lawyer, once an amicable attempt has ended.
    private var smallClaims: Deadline? {
        guard history.tried.amicableAttemptEnded else { return nil }
        let ends = history.entries.lazy
            .filter { ($0.known == .mediator || $0.known == .conciliator) && !$0.isLostAttempt }
            .compactMap(\.failedAt)
        return deadline(.smallClaims, opens: ends.min(), until: nil)
    }

    /// Five years from the day on which the person could know; told once a written complaint has failed.
    ///
    /// The day is that on which the money or the parcel was due, else that of the defect or of the receipt. A
    /// mediation stops the clock (C. civ. 2238); that is not counted, so the day is never too late.
    private func limitation(after found: [Deadline]) -> Deadline? {
        guard let failed = history.tried.highestFailedRung, failed >= .formal else { return nil }
        let due = found.first { deadline in
            switch deadline.right {
            case .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn: true
            case .withdrawal, .goodsReturn, .merchantReturn, .repair, .conformityGuarantee,
                .defectPresumption, .hiddenDefects, .marketplaceGuarantee, .mediation, .mediationOutcome,
                .eccNet, .unauthorisedPayment, .smallClaims, .limitation:
                false
            }
        }
        let known = order.defectFoundOn ?? order.debitedOn ?? order.lastDeliveredOn
        return deadline(.limitation, from: due?.lastDay ?? known)
    }
}
