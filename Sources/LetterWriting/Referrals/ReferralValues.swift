internal import ChannelPluginKit
import CivilCalendar
import ContactRouting
internal import Texts

/// The names that templates of referrals may use, filled from a plan and its case.
struct ReferralValues {
    let plan: ReferralPlan
    let facts: ContactCase
    let parties: ReferralParties

    private static let namesMax = 64
    /// What stands in a table where nothing is known to have followed; a screen reader tells an empty cell badly.
    static let noOutcome = "–"

    private var order: Order { facts.order }
    private var formats: Formats { Formats(plan.language) }
    private var wording: LetterWording { LetterWording(plan.language) }
    private var phrases: ChronologyPhrases { ChronologyPhrases(kind: plan.kind, language: plan.language) }

    func values() throws(LetterError) -> TemplateValues {
        var values = TemplateValues(capacity: Self.namesMax)
        try addCase(to: &values)
        addChronology(to: &values)
        addClaim(to: &values)
        addComplaint(to: &values)
        addBank(to: &values)
        addCourt(to: &values)
        return values
    }

    private func addCase(to values: inout TemplateValues) throws(LetterError) {
        values.set("trader", parties.trader.phrase(in: plan.language, isPrivate: isPrivate))
        values.set("side", isPrivate ? "vendeur" : "professionnel")
        values.set("country", parties.trader.country.map(CountryName.english))
        values.set("homeCountry", CountryName.english(of: facts.consumer.country ?? .france))
        values.set("topic", Vocabulary(plan.language).subject(of: facts.issue.kind))
        values.set("orderNumber", order.number?.reveal().text)
        values.set("orderedOn", date(order.orderedOn))
        values.set("item", order.item.name?.text.insideQuotation(in: plan.language))
        values.set("amount", order.amount.map(formats.money))
        values.set("promisedOn", date(order.promisedOn ?? order.latestEstimatedDelivery))
        values.set("notArrived", flag: IssueSet.notArrived.contains(facts.issue.kind) && !hasCome)
        let description = try DescriptionText.normalised(facts.issue.description)
        values.set("description", description)
        let isKnown =
            order.number != nil || order.orderedOn != nil || order.item.name != nil || order.amount != nil
        values.set("hasOrder", flag: isKnown)
        values.set("hasFacts", flag: isKnown || description != nil)
    }

    private var isPrivate: Bool { facts.seller.kind == .privatePerson }

    private var hasCome: Bool {
        plan.chronology.contains { $0.fact == .delivered || $0.fact == .parcelDelivered }
    }

    private func addChronology(to values: inout TemplateValues) {
        let events = plan.chronology.map { event in
            var item = TemplateValues()
            item.set("day", wording.date(event.day))
            item.set("event", phrases.name(of: event.fact).capitalisedFirst)
            item.set("outcome", phrases.outcome(of: event.fact)?.capitalisedFirst ?? Self.noOutcome)
            return item
        }
        values.set("events", list: events)
        values.set("hasEvents", flag: !events.isEmpty)
        values.set("hasOutcomes", flag: plan.chronology.contains { phrases.outcome(of: $0.fact) != nil })
        values.set("dayHeading", "Date")
        values.set("eventHeading", plan.language == .french ? "Fait ou démarche" : "Fact or step taken")
        values.set("outcomeHeading", plan.language == .french ? "Suite" : "Outcome")
    }

    private func addClaim(to values: inout TemplateValues) {
        // Only papers in French use these words.
        let act = DemandedAct(plan.claim.demand, issue: facts.issue.kind).text(in: .french)
        values.set("act", act)
        values.set("actTo", Self.infinitive(act))
        values.set("asked", plan.claim.demandWords(in: plan.language, about: facts.issue.kind))
        values.set("sum", sum)
        values.set("law", LawPhrase(articles: plan.claimArticles, language: plan.language).text)
        values.set("surcharge", plan.claim.surcharge?.sum.map(formats.money))
        values.set("interestFrom", date(plan.interestFrom))
        values.set("dueBy", date(plan.dueBy))
        values.set("receipt", date(plan.expectedReceipt))
    }

    /// What the bank pays back or disputes.
    private var sum: String {
        guard let amount = order.amount else { return "la totalité de la somme débitée" }
        return "la somme de \(formats.money(amount))"
    }

    /// "de me rembourser" after "condamner": "à me rembourser".
    private static func infinitive(_ act: String) -> String {
        let verb = act.hasPrefix("d’") ? act.dropFirst(2) : act.hasPrefix("de ") ? act.dropFirst(3) : act[...]
        return "à "
            + verb.replacing(", de livrer", with: ", à livrer").replacing(" et de me ", with: " et à me ")
    }

    private func addComplaint(to values: inout TemplateValues) {
        values.set("complaintDay", date(plan.complaint?.day))
        values.set("complaintMeans", plan.complaint.map { phrases.means(of: $0.channel) })
        values.set("complaintOutcome", plan.complaint.flatMap(phrases.outcome))
        values.set("lastDay", date(plan.lastDay))
    }

    private func addBank(to values: inout TemplateValues) {
        values.set("debitedOn", date(order.debitedOn))
        values.set("card", flag: order.payment == .card)
        values.set("blockAskedOn", date(plan.cardBlockAskedOn))
        values.set("consumerMediator", flag: plan.articles.contains(.consoL6121))
    }

    private func addCourt(to values: inout TemplateValues) {
        var ended: LetterContact?
        var isFree = false
        var isOpen = false
        switch plan.amicableAttempt {
        case .ended(let contact): ended = contact
        case .unfinished(let contact):
            ended = contact
            isOpen = true
        case .notRequired: isFree = true
        case .missing: break
        }
        values.set("attempt", ended.map { phrases.name(of: $0.channel) })
        values.set("attemptDay", date(ended?.day))
        values.set("attemptOutcome", ended.flatMap(phrases.outcome))
        values.set("attemptOpen", flag: isOpen)
        values.set("attemptNotRequired", flag: isFree)
        values.set("summons", flag: plan.courtAccess != .request)
        values.set("dissolves", flag: plan.asksForDissolution)
        values.set("hasAttempt", flag: isFree || ended != nil)
        values.set("court", parties.correspondents.recipientName?.text)
        values.set("homeCourt", flag: plan.articles.contains(.consoR6313))
    }

    private func date(_ day: CivilDay?) -> String? { day.map(wording.date) }
}
