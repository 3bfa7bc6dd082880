import CaseStore
import CivilCalendar
import ContactRouting
import Testing

@Suite("What a store's errors say")
struct ErrorTextTests {
    @Test("every error is one sentence that ends")
    func sentences() throws {
        for error in try Self.all() {
            let text = error.description

            #expect(text.hasSuffix("."), "\(text)")
            #expect(text.first.map { $0.isUppercase || $0 == "/" } == true, "\(text)")
            #expect(!text.contains("\n"), "\(text)")
        }
    }

    static func all() throws -> [CaseStoreError] {
        let lamp = try CaseReference(parsing: "lamp")
        let first = try DeliveryReference(parsing: "first")
        let one = try WorkerName(parsing: "one")
        let now = Instant(secondsSinceEpoch: 0)
        let path = "/srv/recours/cases.sqlite"
        return [
            .caseExists(lamp), .caseUnknown(lamp), .caseClosed(lamp), .caseOpen(lamp), .caseForgotten(lamp),
            .factsChanged(lamp), .deliveryExists(first), .deliveryUnknown(first), .deliveryUnderway(first),
            .deliveryChanged(first), .superseded(first), .preparationUnreadable(first), .stateUnreadable,
            .onHold(.restored, since: now), .onHold(.clockDoubt, since: now), .onHold(.person, since: now),
            .workerRunning(one, until: now), .workerReplaced(one), .overLimit(.files, actual: 2, max: 1),
            .backupExists(path: path), .unsupported(.backup), .digestUnavailable(reason: "It is gone."),
            .full(path: path), .busy(seconds: 10), .readOnly(path: path), .inputOutput(path: path, code: 5),
            .damaged(path: path, reason: "it holds no valid digest"), .foreign(path: path),
            .newerSchema(path: path, found: 2, known: 1), .olderSchema(path: path, found: 1, known: 2),
            .unsafeSetting(name: "synchronous", found: "1", needed: "3"),
            .unsafePermissions(path: path, mode: 0o644, needed: 0o600), .foreignOwner(path: path),
            .locked(path: path), .cannotOpen(path: path, code: 2), .stopped, .closed,
            .engine(code: 1, reason: "ERROR"),
        ]
    }
}
