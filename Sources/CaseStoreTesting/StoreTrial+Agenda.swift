public import CaseStore
internal import CivilCalendar
public import ContactRouting
internal import Digests

extension StoreTrial {
    private typealias Samples = StoreSamples

    func sheetKept() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let sheet = try Samples.sheet(entries: 1, reminders: [Samples.reminder("soon")])
        guard try await store.agendaRevision() == .beginning, try await store.keep([sheet]) == [true],
            try await store.sheet(of: reference) == sheet
        else { return "the sheet is not read as it was kept" }
        let first = try await store.agendaRevision()
        guard first != .beginning else { return "a new text has no revision" }
        guard try await store.keep([sheet]) == [true], try await store.agendaRevision() == first else {
            return "the same text has another revision"
        }
        guard try await store.keep([Samples.sheet(entries: 1, text: "")]) == [true],
            try await ![first, .beginning].contains(store.agendaRevision()),
            try await store.reminders(of: reference).isEmpty
        else { return "a text that is gone has no revision, or its reminders stay" }
        _ = try await store.append([Samples.entry()], to: reference, changing: nil)
        guard try await store.keep([sheet]) == [false], try await store.reminders(of: reference).isEmpty
        else {
            return "a sheet from an older log takes the place of a newer one"
        }
        let large = try Samples.sheet(
            entries: 2, text: String(repeating: "x", count: AgendaSheet.textBytesMax + 1))
        return await refusal({ if case .overLimit(.agendaBytes, _, _) = $0 { true } else { false } }) {
            () throws(CaseStoreError) in
            _ = try await store.keep([large])
        }
    }

    func sheetForgotten() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        _ = try await store.keep([Samples.sheet(entries: 1)])
        let revision = try await store.agendaRevision()
        try await store.forget(reference, with: Samples.entry(LogKind("forgotten")))
        guard try await store.sheet(of: reference) == nil,
            try await ![revision, .beginning].contains(store.agendaRevision()),
            try await store.agendaTexts(after: nil, limit: 10).isEmpty
        else { return "the sheet of a forgotten case is still there" }
        guard try await store.keep([Samples.sheet(entries: 1)]) == [false] else {
            return "whoever planned the case before brings it back"
        }
        return try await store.keep([Samples.sheet(entries: 2)]) == [true]
            ? nil : "what is left of a forgotten case is not kept"
    }

    func plansWhatChanged() async throws -> String? {
        for name in ["a", "b", "c", "d", "e"] { _ = try await store.open(Samples.opening(name)) }
        let (now, later) = (Samples.now, Samples.now.adding(hours: 1))
        func toPlan(_ basis: UInt8, at moment: Instant, after: String? = nil) async throws -> [String] {
            try await store.casesToPlan(
                on: Samples.basis(basis), at: moment,
                after: after.map { (text) throws(RoutingError) in try CaseReference(parsing: text) }, limit: 3
            ).map(\.text)
        }
        guard try await toPlan(1, at: now) == ["a", "b", "c"],
            try await toPlan(1, at: now, after: "c") == ["d", "e"]
        else { return "cases without a sheet are not in order of their references" }
        _ = try await store.keep(
            ["a", "b", "d", "e"].map { try Samples.sheet($0, entries: 1, changesAt: $0 == "b" ? later : nil) }
        )
        _ = try await store.append([Samples.entry()], to: CaseReference(parsing: "a"), changing: nil)
        _ = try await store.close(CaseReference(parsing: "e"), with: Samples.entry())
        _ = try await store.keep([Samples.sheet("e", entries: 2, text: "")])
        guard try await toPlan(1, at: now) == ["a", "c"] else { return "what did not change is planned anew" }
        guard try await toPlan(1, at: later) == ["a", "b", "c"] else {
            return "what changes by itself is missed"
        }
        guard try await toPlan(2, at: now, after: "b") == ["c", "d"] else {
            return "another basis is overlooked, or counts for a closed case"
        }
        let first = try await store.agendaTexts(after: nil, limit: 2).map(\.caseReference)
        let second = try await store.agendaTexts(after: first.last, limit: 2).map(\.caseReference)
        return (first + second).map(\.text) == ["a", "b", "d"]
            ? nil : "texts are out of order, or an empty one is among them"
    }
}

extension CaseStore {
    /// Plans reminders of a case as it stands, for tests of what happens to them.
    ///
    /// - Throws: `CaseStoreError.caseUnknown`, and as `keep` does.
    public func plan(_ reminders: [Reminder], for reference: CaseReference) async throws(CaseStoreError) {
        guard let entries = try await caseRecord(reference)?.summary.entries else {
            throw .caseUnknown(reference)
        }
        let sheet = AgendaSheet(
            caseReference: reference, entries: entries, basis: StoreSamples.basis(0), reminders: reminders,
            text: [], changesAt: nil)
        _ = try await keep([sheet])
    }
}
