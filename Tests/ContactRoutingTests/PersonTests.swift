import CivilCalendar
import ContactRouting
import Testing

@Suite("The person")
struct PersonTests {
    let world = World.shared
    let now = Draft.at("2026-11-24T10:00:00+01:00")

    private func decide(_ kind: IssueKind = .paymentProblem, _ change: (inout ContactCase) -> Void)
        -> Decision
    {
        world.decide(Draft.amazon(kind, change), at: now)
    }

    @Test("Who is deaf gets text and the accessible phone, and no voice")
    func deaf() {
        let decision = decide { $0.consumer.deaf = true }

        #expect(decision.refuses(.phone, .voiceImpossible))
        #expect(decision.refuses(.callback, .voiceImpossible))
        #expect(decision.isUsable(.accessiblePhone))
        #expect(decision.best?.offer.profile.isVoice == false)
    }

    @Test("The accessible phone is offered to nobody else")
    func hearing() {
        #expect(decide { _ in }.refuses(.accessiblePhone, .notOffered))
    }

    @Test("Who cannot call gets no voice channel")
    func cannotCall() {
        let decision = decide { $0.consumer.canCall = false }

        #expect(decision.refuses(.phone, .voiceImpossible))
        #expect(decision.refuses(.callback, .voiceImpossible))
    }

    @Test("Without a login nothing behind it is usable", arguments: [true, false])
    func login(hasAccount: Bool) {
        let decision = decide {
            $0.consumer.hasAccount = hasAccount
            $0.consumer.canLogIn = hasAccount ? false : nil
        }

        for channel: ChannelName in [.chat, .email, .callback] {
            #expect(decision.refuses(channel, .needsLogin))
        }
        #expect(decision.isUsable(.phone))
    }

    @Test("An unknown login is no obstacle")
    func loginUnknown() {
        let decision = decide { $0.consumer.hasAccount = nil }

        #expect(decision.isUsable(.chat))
    }

    @Test("From abroad the number that works from there is given, and its cost is not free")
    func abroad() {
        let decision = decide { $0.consumer.country = Draft.country("BE") }
        let phone = decision.usableChannel(.phone)?.offer
        var consumer = Consumer()
        consumer.country = Draft.country("BE")

        let numbers = phone?.endpoints(for: consumer).map(\.address)
        #expect(numbers == (try? PhoneNumber(parsing: "+33174181038")).map { [.tel($0)] })
        #expect(phone?.cost(for: consumer) == nil)
    }

    @Test("A channel to be avoided is refused")
    func avoid() {
        #expect(decide { $0.preferences.avoid = [.chat] }.refuses(.chat, .avoided))
    }

    @Test("Written proof asked for refuses what leaves less than a dated trace")
    func writtenProof() {
        let decision = decide { $0.preferences.needsWrittenProof = true }

        #expect(decision.refuses(.chat, .evidenceTooWeak))
        #expect(decision.refuses(.phone, .evidenceTooWeak))
        #expect(decision.best?.channel == .email)
    }

    @Test("Opposable proof asked for allows a letter before anything has failed")
    func opposable() {
        let decision = decide { $0.preferences.priority = .strongestEvidence }

        #expect(decision.best?.channel == .registeredMail)
    }

    @Test("Not while a page of the account solves it")
    func proportion() {
        let decision = decide(.itemDamaged) {
            $0.preferences.priority = .strongestEvidence
            $0.order.deliveredOn = Draft.day("2026-11-20")
        }

        #expect(decision.refuses(.registeredMail, .disproportionate))
    }

    @Test(
        "A right that ends within seven days allows a letter at once",
        arguments: [("2024-11-30", true), ("2024-12-02", false)])
    func rightEndsSoon(delivered: String, mayWrite: Bool) {
        let decision = decide(.warrantyRefused) { $0.order.deliveredOn = Draft.day(delivered) }

        #expect(decision.isUsable(.registeredMail) == mayWrite)
    }

    @Test("A preferred channel gains points and nothing else")
    func preferred() {
        let plain = decide { _ in }.usableChannel(.socialDM)
        let wanted = decide { $0.preferences.preferredChannel = .socialDM }.usableChannel(.socialDM)

        #expect((wanted?.score.total ?? 0) - (plain?.score.total ?? 0) == 50)
        #expect(wanted?.score.terms.contains { $0.name == .preferred } ?? false)
    }

    @Test("A professional has no consumer's rights or mediator")
    func professional() {
        let decision = decide(.refundRefused) {
            $0.consumer.professional = true
            $0.order.deliveredOn = Draft.day("2026-11-01")
            $0.past(Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused))
        }

        #expect(decision.refuses(.mediator, .professional))
        #expect(decision.deadline(.conformityGuarantee) == nil)
        #expect(decision.best?.channel == .conciliator)
    }

    @Test("Against a private seller there is no withdrawal, no mediator and no ECC")
    func privateSeller() {
        let decision = decide(.itemDefective) {
            $0.seller.kind = .privatePerson
            $0.order.deliveredOn = Draft.day("2026-11-20")
            $0.past(Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused))
        }

        #expect(decision.refuses(.mediator, .outOfScope))
        #expect(decision.refuses(.eccNet, .outOfScope) || decision.refuses(.eccNet, .factUnknown))
        #expect(decision.deadline(.withdrawal) == nil)
        #expect(decision.isUsable(.conciliator))
    }

    @Test("On a public holiday nobody promises a phone call")
    func holiday() {
        let decision = world.decide(
            Draft.amazon(.paymentProblem), at: Draft.at("2026-11-11T10:00:00+01:00"))

        #expect(decision.refuses(.phone, .hoursUnknown))
        #expect(decision.refuses(.callback, .hoursUnknown))
        #expect(decision.best?.channel == .chat)
    }

    @Test(
        "The phone opens at ten on Sundays, to the minute",
        arguments: [("09:59", false), ("10:00", true), ("18:59", true), ("19:00", false)])
    func sunday(time: String, isOpen: Bool) {
        let decision = world.decide(
            Draft.amazon(.paymentProblem), at: Draft.at("2026-11-29T\(time):00+01:00"))

        #expect(decision.isUsable(.phone) == isOpen)
        #expect(decision.refuses(.phone, .closed) == !isOpen)
    }
}
