internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension StoreTrial {
    private typealias Samples = StoreSamples

    func caseKept() async throws -> String? {
        let opening = try Samples.opening()
        let opened = try await store.open(opening)
        guard try await store.caseRecord(opening.reference) == opened else {
            return "another case is read than was opened"
        }
        guard opened.facts == opening.facts, opened.factsRevision == 1, opened.summary.isOpen else {
            return "a new case is not what it was opened with"
        }
        return try await store.caseRecord(CaseReference(parsing: "other")) == nil
            ? nil : "there is a case that nobody opened"
    }

    func caseOnce() async throws -> String? {
        let opening = try Samples.opening()
        _ = try await store.open(opening)
        return await refusal({ $0 == .caseExists(opening.reference) }) { () throws(CaseStoreError) in
            _ = try await store.open(opening)
        }
    }

    func logChained() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let drafts = (1...5).map { Samples.entry(at: Samples.now.adding(seconds: $0)) }
        let added = try await store.append(drafts, to: reference, changing: nil)
        let first = try await store.log(of: reference, after: 0, limit: 2)
        let rest = try await store.log(of: reference, after: 2, limit: 1000)
        guard Array((first + rest).dropFirst()) == added, added.map(\.sequence) == Array(2...6) else {
            return "the entries are not read as they were added"
        }
        var head: LogHead?
        for entry in first + rest {
            guard try LogChain.holds(entry, after: head) else {
                return "entry \(entry.sequence) breaks the chain"
            }
            head = LogHead(sequence: entry.sequence, hash: entry.hash)
        }
        let summary = try await store.caseRecord(reference)?.summary
        return summary?.entries == 6 && summary?.changedAt == Samples.now.adding(seconds: 5)
            ? nil : "the case does not know its log"
    }

    func recordedOnce() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let event = Samples.entry(LogKind("bounced"), once: "event 1")
        let first = try await store.append([event], to: reference, changing: nil)
        let again = try await store.append(
            [event, Samples.entry(once: "event 2")], to: reference, changing: nil)
        guard again.first == first.first, again.count == 2 else { return "an older entry is not given back" }
        return try await store.log(of: reference, after: 0, limit: 10).count == 3
            ? nil : "an event is in the log twice"
    }

    func factsGuarded() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let change = FactsChange(facts: Array("{}".utf8), replacing: 1)
        let entries = try await store.append([Samples.entry()], to: reference, changing: change)
        guard entries.first?.factsDigest != nil else { return "the log does not cover the new facts" }
        let stored = try await store.caseRecord(reference)
        guard stored?.facts?.reveal() == Array("{}".utf8), stored?.factsRevision == 2 else {
            return "the new facts are not stored"
        }
        if let text = await refusal(
            { $0 == .factsChanged(reference) },
            { () throws(CaseStoreError) in
                _ = try await store.append([Samples.entry()], to: reference, changing: change)
            })
        {
            return text
        }
        return try await store.caseRecord(reference) == stored ? nil : "a refused call left something behind"
    }

    func closedTakesNothing() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let closed = try await store.close(reference, with: Samples.entry(LogKind("closed")))
        guard closed.summary.closedAt == Samples.now else { return "a closed case does not say so" }
        if let text = await refusal(
            { $0 == .caseClosed(reference) },
            { () throws(CaseStoreError) in
                _ = try await store.append([Samples.entry()], to: reference, changing: nil)
            })
        {
            return text
        }
        let order = try Samples.order("first")
        if let text = await refusal(
            { $0 == .caseClosed(reference) },
            { () throws(CaseStoreError) in
                _ = try await store.enqueue([order])
            })
        {
            return text
        }
        guard try await store.reopen(reference, with: Samples.entry()).summary.isOpen else {
            return "a case stays closed"
        }
        return try await store.enqueue([order]).count == 1 ? nil : "an opened case takes nothing"
    }

    func forgetErases() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let order = try Samples.order("first", due: nil)
        _ = try await store.enqueue([order])
        try await store.plan([Samples.reminder("soon")], for: reference)
        try await store.forget(reference, with: Samples.entry(LogKind("forgotten")))
        guard let stored = try await store.caseRecord(reference), stored.facts == nil,
            stored.summary.forgottenAt != nil
        else { return "the facts are still there" }
        let delivery = try await store.delivery(order.reference)
        guard delivery?.forgotten == true, delivery?.standing.detail.reveal() == [],
            delivery?.standing.state == order.standing.state,
            try await store.preparation(of: order.reference) == nil
        else { return "something of a delivery is still there, or its state is gone" }
        guard try await store.reminders(of: reference).isEmpty else { return "a reminder is still there" }
        let log = try await store.log(of: reference, after: 0, limit: 10)
        guard log.count == 3, log.allSatisfy({ $0.payload == nil && $0.salt == nil }) else {
            return "a payload is still there, or an entry is gone"
        }
        guard try await store.verify().isSound else { return "the chain breaks when a case is forgotten" }
        return await refusal({ $0 == .caseForgotten(reference) }) { () throws(CaseStoreError) in
            _ = try await store.append([Samples.entry()], to: reference, changing: nil)
        }
    }

    func forgetWaits() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let order = try Samples.order("first")
        _ = try await store.enqueue([order])
        if let text = await refusal(
            { $0 == .deliveryUnderway(order.reference) },
            { () throws(CaseStoreError) in
                try await store.forget(reference, with: Samples.entry())
            })
        {
            return text
        }
        _ = try await claim(Samples.request())
        return await refusal({ $0 == .deliveryUnderway(order.reference) }) { () throws(CaseStoreError) in
            _ = try await store.close(reference, with: Samples.entry())
        }
    }

    func pagesOrdered() async throws -> String? {
        for name in ["c", "a", "d", "b"] { _ = try await store.open(Samples.opening(name)) }
        _ = try await store.close(CaseReference(parsing: "b"), with: Samples.entry())
        let first = try await store.cases(.all, after: nil, limit: 2).map(\.reference)
        let second = try await store.cases(.all, after: first.last, limit: 2).map(\.reference)
        guard (first + second).map(\.text) == ["a", "b", "c", "d"] else { return "pages are out of order" }
        guard try await store.cases(.open, after: nil, limit: 9).map(\.reference.text) == ["a", "c", "d"],
            try await store.cases(.closed, after: nil, limit: 9).map(\.reference.text) == ["b"]
        else { return "open and closed cases are mixed up" }
        return await refusal({ $0 == .overLimit(.page, actual: 1001, max: 1000) }) {
            () throws(CaseStoreError) in
            _ = try await store.cases(.all, after: nil, limit: 1001)
        }
    }

    func limitsRefused() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let max = StoreLimits.payloadBytesMax
        let largest = LogDraft(LogKind("large"), at: Samples.now, payload: Array(repeating: 32, count: max))
        _ = try await store.append([largest], to: reference, changing: nil)
        let tooLarge = LogDraft(
            LogKind("large"), at: Samples.now, payload: Array(repeating: 32, count: max + 1))
        return await refusal({ $0 == .overLimit(.payloadBytes, actual: max + 1, max: max) }) {
            () throws(CaseStoreError) in
            _ = try await store.append([tooLarge], to: reference, changing: nil)
        }
    }
}
