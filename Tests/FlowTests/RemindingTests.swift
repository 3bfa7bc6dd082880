import Assembly
import CaseFlow
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("Reminding: what is due is told once")
struct RemindingTests {
    @Test("a new case is planned, stands in the calendar, and nothing is told before its time")
    func opened() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()

        let notices = await scene.process().turn(at: try scene.at("2026-11-24T10:01:00+01:00"))

        #expect(notices.isEmpty)
        let planned = try await scene.planned(lamp)
        #expect(planned.first == "answer/seller-messaging/over 2026-11-26T09:00:00+01:00")
        #expect(planned.contains("right/withdrawal/7 2026-11-30T09:00:00+01:00"))
        #expect(planned.contains("right/marketplace-guarantee/30 2027-01-21T09:00:00+01:00"))
        #expect(try scene.files.calendar.contains(scene.uidLine("answer/seller-messaging")))
        #expect(scene.files.kept.drafts.isEmpty)
    }

    @Test("when an answer did not come, that is told, the next step lies drafted, and nothing is sent")
    func answerOverdue() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-24T10:01:00+01:00"))

        let before = await process.turn(at: try scene.at("2026-11-26T08:59:59+01:00"))
        let notices = await process.turn(at: try scene.at("2026-11-26T09:00:00+01:00"))
        let after = await process.turn(at: try scene.at("2026-11-26T09:00:30+01:00"))

        #expect(before.isEmpty)
        #expect(
            notices.first
                == .drafted(lamp, .marketplaceGuarantee, path: "drafts/lamp/marketplace-guarantee"))
        let told = try #require(notices.told.first)
        #expect(notices.count == 2)
        #expect(told.title == "Réponse attendue\u{A0}: messagerie du vendeur")
        #expect(told.distance == "aujourd’hui")
        #expect(!told.entry.isLate)
        #expect(after.isEmpty)
        #expect(
            try await scene.told(lamp) == ["draft marketplace-guarantee", "answer/seller-messaging/over"])
        #expect(try await scene.store.deliveries(of: lamp).isEmpty)
        let planned = try await scene.planned(lamp)
        #expect(planned.contains("right/mediation/30 2027-10-25T09:00:00+02:00"), "the rest stays planned")
    }

    @Test("a next step that is ordered already is not drafted once more")
    func orderedAlready() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-24T10:01:00+01:00"))
        _ = try await scene.store.enqueue([
            try StoreSamples.order(
                "lamp-1", of: "lamp", channel: "marketplace-guarantee",
                entry: LogDraft(LogKind("delivery-queued"), at: StoreSamples.now, payload: Array("{}".utf8)))
        ])

        let notices = await process.turn(at: try scene.at("2026-11-26T09:00:00+01:00"))
        let stored = try await scene.shelf.stored(lamp, asOf: try scene.at("2026-11-26T09:00:00+01:00"))
        let decision = try scene.program.deciding.decide(stored.facts, at: stored.asOf)

        #expect(stored.underway(of: decision)?.delivery.reference.text == "lamp-1")
        #expect(scene.files.kept.drafts.isEmpty)
        #expect(notices.reminded == ["lamp answer/seller-messaging/over"])
    }

    @Test("a new process tells nothing twice, and goes on where the last one stopped")
    func restarts() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        var all: [String] = []
        for moment in [
            "2026-11-24T10:01:00+01:00", "2026-11-26T09:00:00+01:00", "2026-11-26T09:01:00+01:00",
            "2026-11-30T08:00:00+01:00", "2026-11-30T09:00:00+01:00", "2026-11-30T09:30:00+01:00",
            "2026-12-04T09:00:00+01:00", "2026-12-06T09:00:00+01:00", "2026-12-08T00:00:00+01:00",
        ] {
            all += await scene.process().turn(at: try scene.at(moment)).reminded
        }

        #expect(
            all.filter { $0.contains("withdrawal") } == [
                "lamp right/withdrawal/7", "lamp right/withdrawal/3", "lamp right/withdrawal/1",
                "lamp right/withdrawal/over",
            ])
        #expect(all.filter { $0.contains("answer") } == ["lamp answer/seller-messaging/over"])
        #expect(Set(all).count == all.count)
        #expect(try await scene.told(lamp).filter { $0.hasSuffix("late") }.isEmpty)
    }

    @Test(
        "P40: what was missed while nothing ran is told once and late, the nearest deadline first, and the older reminders of it are not told at all"
    )
    func missed() async throws {
        let scene = try AgendaScene()
        try await scene.open("a-later", example: "item-damaged", at: "2026-11-28T10:00:00+01:00")
        let sooner = try await scene.open("b-sooner")
        _ = await scene.process().turn(at: try scene.at("2026-11-28T12:00:00+01:00"))

        let notices = await scene.process().turn(at: try scene.at("2026-12-05T14:00:00+01:00"))

        let told = try await scene.told(sooner)
        #expect(told.contains("right/withdrawal/3 late"))
        #expect(!told.contains { $0.hasPrefix("right/withdrawal/7") })
        #expect(told.filter { $0.contains("withdrawal") }.count == 1)
        #expect(notices.reminded.contains("a-later right/withdrawal/7"))
        #expect(notices.reminded.first?.hasPrefix("b-sooner") == true)
        #expect(
            notices.told.contains {
                $0.entry.isLate && $0.entry.item == "right/withdrawal" && $0.distance == "dans 2\u{A0}jours"
            })
        let again = await scene.process().turn(at: try scene.at("2026-12-05T14:01:00+01:00"))
        #expect(again.isEmpty)
    }

    @Test("a reminder that was missed is told although the case was changed before the next turn")
    func missedAndChanged() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        // Nothing runs on 30 November, and on 1 December somebody notes a contact.
        try await scene.did(lamp, .email, .sent, at: "2026-12-01T10:00:00+01:00")

        let notices = await scene.process().turn(at: try scene.at("2026-12-01T10:00:30+01:00"))

        #expect(notices.reminded.contains("lamp right/withdrawal/7"))
    }

    @Test("a promise becomes a deadline, and its end the reason for the next step")
    func promise() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        try await scene.did(
            lamp, .sellerMessaging, .promised, at: "2026-11-25T10:00:00+01:00",
            promised: CivilDay("2026-11-28"))

        _ = await process.turn(at: try scene.at("2026-11-25T10:00:30+01:00"))
        let planned = try await scene.planned(lamp)
        let quiet = await process.turn(at: try scene.at("2026-11-28T23:59:59+01:00"))
        let notices = await process.turn(at: try scene.at("2026-11-29T00:00:00+01:00"))

        #expect(planned.contains("promise/seller-messaging/1795597200/over 2026-11-29T00:00:00+01:00"))
        #expect(quiet.reminded.allSatisfy { !$0.contains("promise") })
        #expect(notices.reminded.contains("lamp promise/seller-messaging/1795597200/over"))
        #expect(scene.files.kept.drafts == ["drafts/lamp/marketplace-guarantee"])
    }

    @Test("P40: two workers at the same time tell everything once between them")
    func twoWorkers() async throws {
        let scene = try AgendaScene()
        var references: [CaseReference] = []
        for number in 0..<40 { references.append(try await scene.open("case-\(number)")) }
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        let (one, other) = (scene.process(), scene.process())
        let due = try scene.at("2026-11-26T09:00:00+01:00")

        async let first = one.turn(at: due)
        async let second = other.turn(at: due)
        let told = await first.reminded + second.reminded

        #expect(told.count == 40)
        #expect(Set(told).count == 40)
        for reference in references {
            #expect(
                try await scene.told(reference).sorted() == [
                    "answer/seller-messaging/over", "draft marketplace-guarantee",
                ])
        }
    }

    @Test("while the clock is in doubt nothing is planned, told or written")
    func clockDoubt() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        try await scene.store.setHold(Hold(.clockDoubt, since: try scene.at("2027-12-24T12:00:00+01:00")))

        let notices = await scene.process().turn(at: try scene.at("2027-12-24T12:00:00+01:00"))

        #expect(notices.isEmpty)
        #expect(try await scene.planned(lamp).isEmpty)
        #expect(scene.files.kept.calendarsWritten == 0)
    }

    @Test("a draft that cannot be made is said with its reason, and the reminder fires all the same")
    func draftRefused() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        scene.files.refusesDrafts("consumer.phone: which number?")
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-24T12:00:00+01:00"))

        let notices = await process.turn(at: try scene.at("2026-11-26T09:00:00+01:00"))

        #expect(
            notices.first
                == .notDrafted(lamp, .marketplaceGuarantee, "consumer.phone: which number?"))
        #expect(notices.reminded == ["lamp answer/seller-messaging/over"])
    }

    @Test("the end of a right of the person's own is told, and is no reason for a draft")
    func ownRightOver() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        _ = await scene.process().turn(at: try scene.at("2026-11-26T09:00:00+01:00"))

        let notices = await scene.process().turn(at: try scene.at("2026-12-08T00:00:00+01:00"))

        #expect(notices.reminded.contains("lamp right/withdrawal/over"))
        #expect(scene.files.kept.drafts.count == 1)
        #expect(try await scene.told(lamp).filter { $0.hasPrefix("draft") }.count == 1)
    }

    @Test("a case that cannot be read is said once, and keeps its entries in the calendar")
    func unreadable() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        let before = scene.files.calendar
        // As when the merchant is in the directory no more.
        let record = try #require(try await scene.store.caseRecord(lamp))
        let facts = Array(#"{"merchant": "nobody-fr", "issue": {"kind": "other"}}"#.utf8)
        _ = try await scene.store.append(
            [LogDraft(.factsChanged, at: try scene.at("2026-11-24T13:00:00+01:00"), payload: [])], to: lamp,
            changing: FactsChange(facts: facts, replacing: record.factsRevision))
        let process = scene.process()

        let first = await process.turn(at: try scene.at("2026-11-24T14:00:00+01:00"))
        let second = await process.turn(at: try scene.at("2026-11-24T14:00:30+01:00"))
        let due = await process.turn(at: try scene.at("2026-11-26T09:00:00+01:00"))

        #expect(first.count == 1)
        #expect(first.allSatisfy { if case .unreadable(lamp, _) = $0 { true } else { false } })
        #expect(second.isEmpty)
        #expect(scene.files.calendar == before)
        #expect(due.reminded == ["lamp answer/seller-messaging/over"], "what was planned is told by its name")
    }
}
