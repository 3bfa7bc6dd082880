public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting

/// A case as tests write it: known values of our own, so a mistake stops the test run.
public enum Sample {
    public static func line(_ text: String) -> TextLine {
        do { return try TextLine(parsing: text) } catch { preconditionFailure("\(error)") }
    }

    public static func address(_ lines: String...) -> PostalAddress {
        do { return try PostalAddress(lines: lines.map(line)) } catch { preconditionFailure("\(error)") }
    }

    public static func email(_ text: String) -> EmailAddress {
        do { return try EmailAddress(parsing: text) } catch { preconditionFailure("\(error)") }
    }

    public static func day(_ text: String) -> CivilDay {
        guard let day = CivilDay(text) else { preconditionFailure("\(text) is no day") }
        return day
    }

    public static func instant(_ text: String) -> Instant {
        do { return try Instant(parsing: text) } catch { preconditionFailure("\(error)") }
    }

    public static func zone() -> TimeZoneRules { paris }

    public static func zone(_ name: String) -> TimeZoneRules {
        do { return try TimeZoneDatabase().rules(for: name) } catch { preconditionFailure("\(error)") }
    }

    /// Read once: tests make many plans.
    private static let paris = zone("Europe/Paris")

    public static let clichy = address(
        "AMAZON EU SARL", "SUCCURSALE FRANCAISE - SERVICE CLIENT", "67 BOULEVARD DU GENERAL LECLERC",
        "92110 CLICHY")

    /// A lamp for 129 euros from a trader, everything about the person known.
    public static func facts(_ kind: IssueKind, _ change: (inout ContactCase) -> Void = { _ in })
        -> ContactCase
    {
        var merchant = MerchantDescription(name: line("Boutique Exemple"))
        merchant.country = .france
        var facts = ContactCase(merchant: .described(merchant), issue: Issue(kind: kind))
        facts.seller.kind = .firstParty
        facts.order.number = Private(line("404-1234567-1234567"))
        facts.order.orderedOn = day("2026-10-28")
        facts.order.promisedOn = day("2026-10-31")
        facts.order.deliveredOn = IssueSet.notArrived.contains(kind) ? nil : day("2026-10-31")
        facts.order.amount = Money(hundredths: 12_900)
        facts.order.item.name = line("Lampe de bureau")
        facts.order.item.category = .homeware
        facts.order.item.condition = .new
        facts.consumer.name = Private(line("Camille Exemple"))
        facts.consumer.address = Private(address("12 rue des Lilas", "69003 Lyon"))
        facts.consumer.email = Private(email("camille@exemple.example"))
        facts.consumer.country = .france
        change(&facts)
        return facts
    }

    public static func contact(
        _ channel: ChannelName, _ at: String, _ outcome: PastContact.Outcome, deadline: String? = nil
    ) -> PastContact {
        var contact = PastContact(channel: channel, at: instant(at), outcome: outcome)
        contact.deadline = deadline.map(day)
        return contact
    }

    /// The overdue refund of the example: withdrawn on the 3rd, back on the 9th, promised and not paid.
    public static let refundOverdue = facts(.refundNotReceived) { facts in
        facts.issue.demand = .refund
        facts.issue.description = Private(
            "La lampe a été renvoyée dans le délai de rétractation et est arrivée à l'entrepôt le 9 novembre. Le service client a promis le remboursement par chat, mais rien n'a été versé."
        )
        facts.order.withdrawalNotifiedOn = day("2026-11-03")
        facts.order.returnShippedOn = day("2026-11-05")
        facts.order.returnReceivedOn = day("2026-11-09")
        facts.history = [contact(.chat, "2026-11-18T10:00:00+01:00", .promiseNotKept)]
    }

    /// The deadlines that a decision on that day would give, as far as letters read them.
    public static func plan(
        _ facts: ContactCase, through channel: ChannelName = .registeredMail, deadlines: [Deadline] = [],
        mediator: String? = nil, on today: String = "2026-11-23"
    ) -> LetterPlan {
        LetterPlan(
            for: facts, through: channel, deadlines: deadlines, mediator: mediator.map(line),
            today: day(today),
            holidays: .france(.metropole), zone: zone())
    }

    public static func request(
        _ channel: ChannelName, _ facts: ContactCase, plan: LetterPlan?,
        now: String = "2026-11-23T09:30:00+01:00"
    ) -> PreparationRequest {
        do {
            var request = PreparationRequest(
                channel: channel, caseReference: try CaseReference(parsing: "refund-overdue"),
                deliveryReference: try DeliveryReference(parsing: "d-7f3a91c2"), now: instant(now),
                timeZone: zone(),
                language: .french, contactCase: facts, letter: plan)
            request.recipient = DeliveryRecipient(name: line("Amazon EU S.à r.l."), address: clichy)
            return request
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
