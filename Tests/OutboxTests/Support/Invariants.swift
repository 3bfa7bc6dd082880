import CaseStore
import CaseStoreTesting
import ContactRouting
import Outbox
import Testing

extension Scene {
    /// Checks what must hold whatever happened (docs/promises.md): I1 to I5.
    func expectInvariants(_ comment: Comment? = nil) async throws {
        let records = try await store.deliveries(of: CaseReference(parsing: Self.caseReference))
        for record in records {
            let name = record.reference.text
            let life = try record.standing.lifecycle()
            let history = try await history(of: name)
            let copies = otherSide.copies(of: name)
            let note = Comment(rawValue: "\(comment?.rawValue ?? "") \(name) is \(life.state.kind.rawValue)")

            let shown = Set(history.filter { $0.mayHaveGoneOut }.map(\.attempt)).count
            #expect(copies == 0 || shown > 0, "I1: taken, and the history does not show it; \(note)")
            #expect(copies <= shown, "I2: \(copies) copies, \(shown) shown; \(note)")
            if life.stakes == .costly { #expect(copies <= 1, "I3: \(note)") }
            let kind = life.state.kind
            #expect(
                kind.isFinal || kind.asksPerson || record.standing.due != nil || record.lease != nil,
                "I4: \(note)")
            #expect(record.standing.state.text == kind.rawValue, "I4: \(note)")
            if kind == .accepted { #expect(copies > 0 || record.channel == .testCall, "\(note)") }
            if kind == .failed || kind == .quarantined {
                #expect(copies == 0 || shown > 0, "what went out is not called failed; \(note)")
            }
        }
        let report = try await store.verify()
        #expect(report.isSound, "I5: \(report.findings); \(comment ?? "")")
    }
}

extension DeliveryLogEntry {
    /// True when the history shows that this attempt may have gone out.
    var mayHaveGoneOut: Bool {
        switch state {
        case .accepted, .unknown: true
        case .sending(_, let begun, _): begun
        case .queued, .waiting, .needsPerson, .failed, .cancelled, .quarantined, .held: false
        }
    }
}
