import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("What a person tells becomes history")
struct RecordingTests {
    @Test("an answer belongs to the newest contact of its channel, and keeps the moment of that contact")
    func answerBelongsToContact() async throws {
        let file = try await StoredFile()

        let told = try await file.did(.sellerMessaging, .refused, at: "2026-11-25T14:00:00+01:00")
        let history = try await file.stored().facts.history

        #expect(told.before == .noReply)
        #expect(history.map(\.outcome) == [.refused])
        #expect(history.first?.at == (try Instant(parsing: "2026-11-24T09:00:00+01:00")))
    }

    @Test(
        "what begins a contact is a contact of its own",
        arguments: [
            (ChannelName.sellerMessaging, PastContact.Outcome.sent),
            (.phone, .notReached), (.phone, .answered), (.chat, .refused), (.email, .noReply),
        ])
    func newContact(channel: ChannelName, outcome: PastContact.Outcome) async throws {
        let file = try await StoredFile()
        // A call of the day before, which is over.
        try await file.log(.phone, "2026-11-24T10:00:00+01:00", .promised)

        let told = try await file.did(channel, outcome)

        #expect(told.before == nil)
        #expect(try await file.stored().contacts.count == 3)
    }

    @Test("a promise that was not kept belongs to the call in which it was made, and keeps its day")
    func promiseNotKept() async throws {
        let file = try await StoredFile()
        _ = try await file.did(.phone, .promised, at: "2026-11-24T10:00:00+01:00") {
            $0.promisedOn = CivilDay(year: 2026, month: 11, day: 25)
        }

        let told = try await file.did(.phone, .promiseNotKept)
        let call = try #require(try await file.stored().facts.history.last)

        #expect(told.before == .promised)
        #expect(call.outcome == .promiseNotKept)
        #expect(call.promisedOn == CivilDay(year: 2026, month: 11, day: 25))
        #expect(try await file.stored().contacts.count == 2)
    }

    @Test("a message that came back is not answered later: another outcome is another contact")
    func nothingAfterBounced() async throws {
        let file = try await StoredFile()
        try await file.log(.email, "2026-11-24T10:00:00+01:00", .bounced)

        let told = try await file.did(.email, .noReply)

        #expect(told.before == nil)
    }

    @Test("a delivered letter remembers the day, and what it gave as the last one")
    func delivered() async throws {
        let file = try await StoredFile()
        _ = try await file.did(.registeredMail, .sent, at: "2026-11-24T10:00:00+01:00") {
            $0.deadline = CivilDay(year: 2026, month: 12, day: 10)
            $0.tracking = Private(try TextLine(parsing: "1A 234 567 8901 2"))
        }

        _ = try await file.did(.registeredMail, .delivered, at: "2026-11-25T11:00:00+01:00")
        let contact = try #require(try await file.stored().contacts.last)

        #expect(contact.entry.contact.deliveredOn == CivilDay(year: 2026, month: 11, day: 25))
        #expect(contact.entry.contact.deadline == CivilDay(year: 2026, month: 12, day: 10))
        #expect(contact.entry.contact.tracking?.reveal().text == "1A 234 567 8901 2")
    }

    @Test("telling the same twice writes nothing")
    func twice() async throws {
        let file = try await StoredFile()
        _ = try await file.did(.phone, .refused, at: "2026-11-25T10:00:00+01:00")

        let again = try await file.did(.phone, .refused, at: "2026-11-25T10:00:00+01:00")

        #expect(again.wasKnown)
        #expect(try await file.stored().entries.count == 2)
    }

    @Test("no answer does not say that something went out, and nobody reached is a contact of its own")
    func noAnswerProvesNothing() async throws {
        let file = try await StoredFile()
        let name = try await file.enqueue(1, by: .email)
        try await file.settle(name, .unknown(Failure(.transient, "The line went dead.")), at: file.now)

        let error = await #expect(throws: CaseFlowError.self) {
            try await file.did(.email, .noReply, at: "2026-11-25T14:30:00+01:00")
        }
        let reached = try await file.did(.email, .notReached, at: "2026-11-25T14:30:00+01:00")

        guard case .report(.mayNotHaveGoneOut(name)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reached.settled == nil)
        #expect(try await file.stored().deliveriesAwaitingPerson().map(\.reference) == [name])
    }

    @Test("the one delivery that waits for the person is done by telling of it", arguments: [false, true])
    func settles(isUnknown: Bool) async throws {
        let file = try await StoredFile()
        let deadline = CivilDay(year: 2026, month: 12, day: 10)
        let name = try await file.enqueue(1, by: .registeredMail, deadline: deadline)
        try await file.settle(
            name,
            isUnknown
                ? .unknown(Failure(.transient, "The line went dead."))
                : .needsPerson(PersonTask(kind: .post, text: "Post it.")),
            at: file.now)
        #expect(try await file.stored().deliveriesAwaitingPerson().map(\.reference) == [name])

        let told = try await file.did(.registeredMail, .sent, at: "2026-11-25T14:30:00+01:00") {
            $0.tracking = Private(try TextLine(parsing: "1A2345"))
        }
        let stored = try await file.stored()
        let delivery = try #require(try await file.store.delivery(name))

        #expect(told.settled == name)
        guard case .accepted(let receipt) = delivery.life.state else {
            Issue.record("the delivery is \(delivery.life.state.kind)")
            return
        }
        #expect(receipt.evidence == .opposable)
        #expect(receipt.acceptedAt == (try Instant(parsing: "2026-11-25T14:30:00+01:00")))
        #expect(receipt.providerReference == "1A2345")
        #expect(stored.deliveriesAwaitingPerson().isEmpty)
        #expect(stored.contacts.count == 2)
        #expect(stored.contacts.last?.entry.delivery == name)
        #expect(stored.facts.history.last?.deadline == deadline)
    }

    @Test("what may belong to a delivery that waits or to an earlier contact is asked, not guessed")
    func ambiguous() async throws {
        let file = try await StoredFile()
        try await file.log(.email, "2026-11-24T10:00:00+01:00", .sent)
        let name = try await file.enqueue(1)
        try await file.settle(name, .unknown(Failure(.transient, "The line went dead.")), at: file.now)

        await #expect {
            _ = try await file.did(.email, .refused)
        } throws: {
            "\($0)".contains("--delivery seller-silent-1, or --contact")
        }
        let byContact = try await file.did(.email, .refused) { $0.subject = .contact(2) }
        let byDelivery = try await file.did(.email, .bounced) { $0.subject = .delivery(name) }

        #expect(byContact.settled == nil && byContact.before == .sent)
        #expect(byDelivery.settled == name)
    }

    @Test("an outcome of a delivery that went out belongs to it")
    func ofAcceptedDelivery() async throws {
        let file = try await StoredFile()
        let name = try await file.enqueue(1)
        try await file.accept(name, at: "2026-11-25T10:00:00+01:00")

        let told = try await file.did(.email, .bounced)
        let stored = try await file.stored()

        #expect(told.before == .sent)
        #expect(told.settled == nil)
        #expect(stored.contacts.count == 2)
        #expect(stored.facts.history.last?.at == (try Instant(parsing: "2026-11-25T10:00:00+01:00")))
    }

    @Test("what cannot have happened is refused, says why, and writes nothing")
    func refusals() async throws {
        let file = try await StoredFile()
        let waiting = try await file.enqueue(1)
        let day = CivilDay(year: 2026, month: 11, day: 1)
        let cases:
            [(ChannelName, PastContact.Outcome, String, (inout ContactReport) throws -> Void, String)] = [
                (.phone, .answered, "2026-11-25T15:00:01+01:00", { _ in }, "still to come"),
                (
                    .phone, .refused, "2026-11-25T15:00:00+01:00", { $0.promisedOn = day },
                    "nothing is promised"
                ),
                (
                    .email, .refused, "2026-11-25T15:00:00+01:00", { $0.subject = .delivery(waiting) },
                    "waits to go out"
                ),
                (
                    .phone, .refused, "2026-11-25T15:00:00+01:00", { $0.subject = .delivery(waiting) },
                    "went through email"
                ),
                (
                    .email, .refused, "2026-11-25T15:00:00+01:00",
                    { $0.subject = .delivery(try DeliveryReference(parsing: "other-1")) },
                    "has no delivery other-1"
                ),
                (.phone, .refused, "2026-11-25T15:00:00+01:00", { $0.subject = .contact(7) }, "it has 1"),
                (
                    .phone, .refused, "2026-11-25T15:00:00+01:00", { $0.subject = .contact(1) },
                    "seller-messaging"
                ),
                (.phone, .promised, "2026-11-25T15:00:00+01:00", { $0.promisedOn = day }, "lies before"),
            ]

        for (channel, outcome, at, change, words) in cases {
            await #expect {
                _ = try await file.did(channel, outcome, at: at, change)
            } throws: {
                "\($0)".contains(words)
            }
        }
        #expect(try await file.stored().entries.map(\.kind.text) == ["opened", "delivery-queued"])
    }

    @Test("a contact that was told by mistake is taken back, and one of the case file is not")
    func takenBack() async throws {
        let file = try await StoredFile()
        _ = try await file.did(.phone, .refused)

        let entry = try await file.recording.takeBack(contact: 2, of: file.reference, now: file.now)

        #expect(entry.contact.channel == .phone)
        #expect(try await file.stored().facts.history.map(\.channel) == [.sellerMessaging])
        await #expect {
            _ = try await file.recording.takeBack(contact: 1, of: file.reference, now: file.now)
        } throws: {
            "\($0)".contains("stands in the case file")
        }
    }

    @Test("a closed case takes nothing until it is opened again")
    func closed() async throws {
        let file = try await StoredFile()
        try await file.recording.close(file.reference, note: Private("Remboursé."), now: file.now)

        await #expect {
            _ = try await file.did(.phone, .refused)
        } throws: {
            "\($0)".contains("is closed")
        }
        try await file.recording.reopen(file.reference, note: nil, now: file.now)
        _ = try await file.did(.phone, .refused)

        #expect(
            try await file.stored().entries.map(\.kind.text) == ["opened", "closed", "reopened", "contact"])
    }
}

extension StoredFile {
    var recording: Recording { Recording(shelf, plugins: program.registry) }

    /// Tells of a contact, at the moment of the scene unless another one is named.
    func did(
        _ channel: ChannelName, _ outcome: PastContact.Outcome, at moment: String? = nil,
        _ change: (inout ContactReport) throws -> Void = { _ in }
    ) async throws -> RecordedContact {
        var report = ContactReport(
            channel: channel, outcome: outcome, at: try moment.map { try Instant(parsing: $0) } ?? now)
        try change(&report)
        return try await recording.did(report, in: reference, now: now)
    }
}
