import Assembly
import CaseFlow
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("Reminding: the calendar shows what is planned, and only what changed is planned")
struct CalendarKeepingTests {
    @Test("a folder that cannot be written is said, and the calendar is written with the next turn")
    func filesBroken() async throws {
        let scene = try AgendaScene()
        try await scene.open()
        let process = scene.process()
        scene.files.breaks(AgendaFilesFault("There is no space left."))

        let broken = await process.turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        scene.files.breaks(nil)
        let mended = await scene.process().turn(at: try scene.at("2026-11-24T12:00:30+01:00"))

        #expect(broken == [.filesFailed(AgendaFilesFault("There is no space left."))])
        #expect(mended.isEmpty)
        #expect(scene.files.kept.calendarsWritten == 1)
    }

    @Test("a closed case has nothing due: its reminders are gone, and the calendar strikes it out")
    func closed() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        try await scene.close(lamp, at: "2026-11-24T13:00:00+01:00")

        let notices = await process.turn(at: try scene.at("2026-11-26T09:00:00+01:00"))

        #expect(notices.isEmpty)
        #expect(scene.files.calendar.contains("STATUS:CANCELLED"))
        #expect(!scene.files.calendar.contains("STATUS:CONFIRMED"))
        #expect(!scene.files.calendar.contains("BEGIN:VALARM"))
    }

    @Test(
        "of a case that was forgotten while nothing ran nothing is left in the calendar, and its drafts are removed"
    )
    func forgottenElsewhere() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        try await scene.store.forget(
            lamp, with: LogDraft(.forgotten, at: try scene.at("2026-11-24T13:00:00+01:00"), payload: []))

        let notices = await scene.process().turn(at: try scene.at("2026-11-24T13:00:00+01:00"))

        #expect(notices.isEmpty)
        #expect(scene.files.kept.discarded == [lamp])
        #expect(!scene.files.calendar.contains("lamp"))
    }

    @Test("the entries of a forgotten case are struck out of the calendar at once, without a word")
    func forgotten() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        let sheet = try await scene.store.sheet(of: lamp)
        try await scene.store.forget(
            lamp, with: LogDraft(.forgotten, at: try scene.at("2026-11-24T13:00:00+01:00"), payload: []))

        let notices = await scene.process().forget(
            lamp, leaving: sheet, at: try scene.at("2026-11-24T13:00:00+01:00"))
        let text = scene.files.calendar
        let later = await scene.process().turn(at: try scene.at("2026-11-24T14:00:00+01:00"))

        #expect(notices.isEmpty)
        #expect(later.isEmpty)
        #expect(scene.files.calendar == text)
        #expect(!scene.files.calendar.contains("Amazon"))
        #expect(scene.files.calendar.contains("SUMMARY:–"))
    }

    @Test("after a turn nothing is left to plan, also when it told something; a new process writes nothing")
    func idle() async throws {
        let scene = try AgendaScene()
        for number in 0..<30 { try await scene.open("case-\(number)") }
        try await scene.close(try await scene.open("table"), at: "2026-11-24T11:00:00+01:00")
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        let due = try scene.at("2026-11-26T09:00:00+01:00")
        let told = await scene.process().turn(at: due)
        let written = scene.files.kept.calendarsWritten

        let left = try await scene.store.casesToPlan(
            on: StoreSamples.basis(1), at: due.adding(hours: 1), after: nil, limit: 1000)
        let notices = await scene.process().turn(at: due.adding(hours: 1))

        #expect(told.reminded.count == 30)
        #expect(left.isEmpty)
        #expect(notices.isEmpty)
        #expect(scene.files.kept.calendarsWritten == written)
    }

    @Test(
        "with another directory or program every open case is planned anew, and the calendar stays as it was")
    func otherBasis() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open()
        let now = try scene.at("2026-11-24T12:00:00+01:00")
        _ = await scene.process().turn(at: now)
        let calendar = scene.files.calendar

        _ = await scene.process(basis: 2).turn(at: now)

        #expect(try await scene.store.sheet(of: lamp)?.basis == StoreSamples.basis(2))
        #expect(scene.files.calendar == calendar)
    }

    @Test("a calendar that is lost or cut is written anew by the next turn")
    func lostCalendar() async throws {
        let scene = try AgendaScene()
        try await scene.open()
        let now = try scene.at("2026-11-24T12:00:00+01:00")
        _ = await scene.process().turn(at: now)
        let whole = try #require(scene.files.kept.calendar)

        for damaged in [nil, [], Array(whole.dropLast(40))] {
            scene.files.replaceCalendar(damaged)
            _ = await scene.process().turn(at: now)

            #expect(scene.files.kept.calendar == whole)
        }
    }

    @Test("a calendar of several pages of the store shows every case once, in the order of their references")
    func manyCases() async throws {
        let scene = try AgendaScene()
        let names = (0..<210).map { "case-\(1000 + $0)" }
        for name in names { try await scene.open(name) }

        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))

        let withdrawals = try names.map { try scene.uidLine("right/withdrawal", in: $0) }
        let shown = scene.files.calendar.split(separator: "\r\n").map { String($0) }
        #expect(shown.filter(Set(withdrawals).contains) == withdrawals)
    }

    @Test(
        "an alarm that has rung and an entry that is over leave the calendar although nobody touched the case"
    )
    func timePasses() async throws {
        let scene = try AgendaScene()
        try await scene.open()
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        let alarm = "TRIGGER;VALUE=DATE-TIME:20261130T080000Z"
        let hadAlarm = scene.files.calendar.contains(alarm)

        _ = await scene.process().turn(at: try scene.at("2026-11-30T09:00:00+01:00"))
        let rung = scene.files.calendar
        _ = await scene.process().turn(at: try scene.at("2026-12-08T00:00:00+01:00"))

        #expect(hadAlarm)
        #expect(!rung.contains(alarm))
        let withdrawal = try scene.uidLine("right/withdrawal")
        #expect(rung.contains(withdrawal))
        #expect(!scene.files.calendar.contains(withdrawal))
    }

    @Test("a case that another process opened while the calendar was made is not struck out of it")
    func openedMeanwhile() async throws {
        let scene = try AgendaScene()
        try await scene.open()
        let now = try scene.at("2026-11-24T12:00:00+01:00")
        let worker = scene.process()
        _ = await worker.turn(at: now)
        try await scene.open("table", at: "2026-11-24T12:00:01+01:00")
        _ = await scene.process().refresh([try CaseReference(parsing: "table")], at: now.adding(seconds: 2))
        let shown = scene.files.calendar

        // The worker and a command for another case know nothing of it.
        _ = await worker.turn(at: now.adding(seconds: 30))
        _ = await scene.process().refresh([try CaseReference(parsing: "lamp")], at: now.adding(seconds: 31))

        #expect(try shown.contains(scene.uidLine("right/withdrawal", in: "table")))
        #expect(scene.files.calendar == shown)
        #expect(!shown.contains("STATUS:CANCELLED"))
    }

    @Test("after a change by a command only that case is planned anew, and the calendar keeps the others")
    func refresh() async throws {
        let scene = try AgendaScene()
        let lamp = try await scene.open("lamp")
        try await scene.open("table", example: "item-damaged", at: "2026-11-28T10:00:00+01:00")
        _ = await scene.process().turn(at: try scene.at("2026-11-28T10:00:30+01:00"))
        let before = scene.files.calendar.split(separator: "\r\n").filter { $0.hasSuffix("\\ntable") }
        try await scene.did(lamp, .email, .sent, at: "2026-11-28T11:00:00+01:00")

        let notices = await scene.process().refresh([lamp], at: try scene.at("2026-11-28T11:00:00+01:00"))

        #expect(notices.isEmpty)
        let after = scene.files.calendar.split(separator: "\r\n").filter { $0.hasSuffix("\\ntable") }
        #expect(!before.isEmpty)
        #expect(after == before)
    }
}
