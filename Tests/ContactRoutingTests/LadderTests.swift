import CivilCalendar
import ContactRouting
import Testing

@Suite("Ladder")
struct LadderTests {
    let world = World.shared
    let now = Draft.at("2026-11-25T11:00:00+01:00")

    /// Nothing of the account solves a refused refund, so the ladder alone decides.
    private func refund(_ contacts: PastContact...) -> ContactCase {
        Draft.amazon(.refundRefused) {
            $0.order.deliveredIn = .france
            $0.order.amount = Draft.euros(300)
            $0.order.payment = .bankTransfer
            $0.history = contacts
        }
    }

    @Test("With nothing tried the first step is an informal contact, and everything above is blocked by it")
    func firstStep() {
        let decision = world.decide(refund(), at: now)

        #expect(decision.reached == .informal)
        #expect(decision.best?.rung == .informal)
        for channel: ChannelName in [.mediator, .conciliator, .courtRequest, .consumerAssociation] {
            #expect(decision.refuses(channel, .blockedBy))
        }
        #expect(decision.refuses(.registeredMail, .disproportionate))
    }

    @Test("An informal contact that failed makes the formal notice next, the stronger proof first")
    func formal() {
        let decision = world.decide(
            refund(Draft.contact(.phone, "2026-11-20T10:00:00+01:00", .refused)), at: now)

        #expect(decision.reached == .formal)
        #expect(decision.usable.prefix(2).map(\.channel) == [.registeredMail, .email])
        #expect(decision.isUsable(.chat))
        #expect(decision.isUsable(.consumerAssociation))
        #expect(decision.refuses(.mediator, .writtenComplaintMissing))
    }

    @Test("A letter that is still to be answered is followed: wait until one month is over")
    func pendingLetter() {
        let decision = world.decide(
            refund(
                Draft.contact(.chat, "2026-11-10T10:00:00+01:00", .refused),
                Draft.contact(.registeredMail, "2026-11-12T10:00:00+01:00", .sent)), at: now)

        #expect(decision.waitsUntil == Draft.at("2026-12-13T00:00:00+01:00"))
        #expect(decision.refuses(.registeredMail, .alreadyTried))
        #expect(decision.refuses(.mediator, .tooEarly))
    }

    @Test("The deadline of a notice ends the waiting at 24:00 of its day, not a minute earlier")
    func noticeDeadline() {
        let facts = refund(
            Draft.contact(.chat, "2026-11-01T10:00:00+01:00", .refused),
            Draft.contact(
                .registeredMail, "2026-11-12T10:00:00+01:00", .delivered, deadline: "2026-11-24"))

        let before = world.decide(facts, at: Draft.at("2026-11-24T23:59:00+01:00"))
        let after = world.decide(facts, at: Draft.at("2026-11-25T00:00:00+01:00"))

        #expect(before.waitsUntil == Draft.at("2026-11-25T00:00:00+01:00"))
        #expect(after.best?.channel == .mediator)
    }

    @Test("An e-mail after an informal failure is a written complaint of eight days")
    func formalEmail() {
        let facts = refund(
            Draft.contact(.chat, "2026-11-10T10:00:00+01:00", .refused),
            Draft.contact(.email, "2026-11-20T10:00:00+01:00", .sent))

        let pending = world.decide(facts, at: now)
        let over = world.decide(facts, at: Draft.at("2026-11-29T00:00:00+01:00"))

        #expect(pending.waitsUntil == Draft.at("2026-11-29T00:00:00+01:00"))
        #expect(over.best?.channel == .mediator)
        #expect(over.refuses(.email, .alreadyTried))
        #expect(over.isUsable(.registeredMail))
    }

    @Test("After a first e-mail that was refused the letter is next, and the mediator is open behind it")
    func firstEmail() {
        let decision = world.decide(
            refund(Draft.contact(.email, "2026-11-10T10:00:00+01:00", .refused)), at: now)

        #expect(decision.best?.channel == .registeredMail)
        #expect(decision.isUsable(.mediator))
    }

    @Test("A first e-mail is waited for until the day it names, and the letter is next, not the mediator")
    func firstEmailWithDay() {
        let facts = refund(
            Draft.contact(.email, "2026-11-12T10:00:00+01:00", .sent, deadline: "2026-11-26"))

        let pending = world.decide(facts, at: now)
        let over = world.decide(facts, at: Draft.at("2026-11-27T00:00:00+01:00"))

        #expect(pending.waitsUntil == Draft.at("2026-11-27T00:00:00+01:00"))
        #expect(over.best?.channel == .registeredMail)
        #expect(over.reached == .formal)
    }

    @Test(
        "A first e-mail that gave time to deliver is the notice of the law: the end of the contract follows it"
    )
    func noticeByEmail() {
        let facts = Draft.amazon(.notDelivered) {
            $0.order.promisedOn = Draft.day("2026-11-01")
            $0.order.deliveredIn = .france
            $0.past(Draft.contact(.email, "2026-11-05T10:00:00+01:00", .sent, deadline: "2026-11-26"))
        }

        let pending = world.decide(facts, at: now)
        let over = world.decide(facts, at: Draft.at("2026-11-27T00:00:00+01:00"))

        #expect(pending.waitsUntil == Draft.at("2026-11-27T00:00:00+01:00"))
        #expect(over.best?.channel == .registeredMail)
        #expect(over.best?.reasons.contains(.declarationDue) == true)
    }

    @Test("An e-mail that came back is no complaint")
    func bounced() {
        let decision = world.decide(
            refund(Draft.contact(.email, "2026-11-10T10:00:00+01:00", .bounced)), at: now)

        #expect(decision.best?.channel == .registeredMail)
        #expect(decision.refuses(.mediator, .writtenComplaintMissing))
    }

    @Test("A promise is waited for until the end of its day")
    func promise() {
        let decision = world.decide(
            refund(Draft.contact(.chat, "2026-11-24T10:00:00+01:00", .promised, promised: "2026-11-27")),
            at: now)

        #expect(decision.waitsUntil == Draft.at("2026-11-28T00:00:00+01:00"))
    }

    @Test("A promise that is newer than a failure is waited for too")
    func newerPromise() {
        let decision = world.decide(
            refund(
                Draft.contact(.chat, "2026-11-10T10:00:00+01:00", .refused),
                Draft.contact(.phone, "2026-11-24T10:00:00+01:00", .promised, promised: "2026-11-27")),
            at: now)

        #expect(decision.waitsUntil == Draft.at("2026-11-28T00:00:00+01:00"))
    }

    @Test("A broken promise is not waited for")
    func brokenPromise() {
        let decision = world.decide(
            refund(Draft.contact(.chat, "2026-11-20T10:00:00+01:00", .promiseNotKept)), at: now)

        #expect(decision.best?.channel == .registeredMail)
    }

    @Test("With urgency high nothing is waited for")
    func urgent() {
        var facts = refund(
            Draft.contact(.chat, "2026-11-24T10:00:00+01:00", .promised, promised: "2026-11-27"))
        facts.issue.urgency = .high

        let decision = world.decide(facts, at: now)

        #expect(decision.waitsUntil == nil)
        #expect(decision.best != nil)
    }

    @Test("With urgency high the quickest answer ranks first among informal contacts")
    func quickest() {
        var facts = refund()
        facts.issue.urgency = .high

        let decision = world.decide(facts, at: now)

        #expect([.callback, .phone, .chat].contains(decision.best?.channel))
        let times = decision.usable.filter { $0.rung == .informal }.map {
            $0.offer.profile.answerAfter.upperBound
        }
        #expect(times == times.sorted())
    }

    @Test("The histories in any order give the same decision")
    func order() {
        let early = Draft.contact(.chat, "2026-11-10T10:00:00+01:00", .refused)
        let late = Draft.contact(.email, "2026-11-12T10:00:00+01:00", .refused)

        let sorted = world.decide(refund(early, late), at: now)
        let reversed = world.decide(refund(late, early), at: now)

        #expect(sorted.usable.map(\.channel) == reversed.usable.map(\.channel))
        #expect(sorted.best?.channel == .mediator)
    }

    @Test("A failed mediation satisfies CPC 750-1: the court is next, and no second mediator")
    func afterMediation() {
        let decision = world.decide(
            refund(
                Draft.contact(.registeredMail, "2026-06-01T10:00:00+02:00", .refused),
                Draft.contact(.mediator, "2026-07-01T10:00:00+02:00", .refused)), at: now)

        #expect(decision.best?.channel == .courtRequest)
        #expect(decision.refuses(.mediator, .alreadyTried))
    }

    @Test("A mediation is waited for ninety days")
    func mediationRuns() {
        let decision = world.decide(
            refund(
                Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused),
                Draft.contact(.mediator, "2026-11-01T10:00:00+01:00", .sent)), at: now)

        #expect(decision.waitsUntil == Draft.at("2027-01-31T00:00:00+01:00"))
        #expect(decision.deadline(.mediationOutcome)?.lastDay == Draft.day("2027-01-30"))
    }

    @Test("A failed conciliation opens the court")
    func afterConciliation() {
        let decision = world.decide(
            refund(
                Draft.contact(.registeredMail, "2025-06-01T10:00:00+02:00", .refused),
                Draft.contact(.conciliator, "2026-07-01T10:00:00+02:00", .refused)), at: now)

        #expect(decision.best?.channel == .courtRequest)
    }

    @Test(
        "Up to 5,000 euros the court comes after an amicable attempt; above, it may be used behind the mediator"
    )
    func courtAmount() {
        let letter = Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused)
        var at = refund(letter)
        at.order.amount = Draft.euros(5000)
        var above = at
        above.order.amount = Money(hundredths: 500_001)

        #expect(world.decide(at, at: now).refuses(.courtRequest, .blockedBy))
        let decision = world.decide(above, at: now)
        #expect(decision.best?.channel == .mediator)
        #expect(decision.isUsable(.courtRequest))
    }

    @Test("The rung outranks every other term of the score")
    func stageOutranks() {
        var facts = refund(Draft.contact(.phone, "2026-11-20T10:00:00+01:00", .refused))
        facts.preferences.priority = .fastest
        facts.preferences.preferredChannel = .chat

        let decision = world.decide(facts, at: now)

        #expect(decision.best?.rung == .formal)
    }

    @Test("Terms add up to the score")
    func sum() {
        let decision = world.decide(refund(), at: now)

        for channel in decision.usable {
            #expect(channel.score.terms.reduce(0) { $0 + $1.points } == channel.score.total)
        }
    }
}
