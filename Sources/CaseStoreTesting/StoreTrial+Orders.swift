internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension StoreTrial {
    private typealias Samples = StoreSamples

    func orderFromFacts() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let seen = OrderCondition(factsRevision: 1, noneIn: [])
        _ = try await store.append(
            [Samples.entry()], to: reference, changing: FactsChange(facts: Array("{}".utf8), replacing: 1))
        let stale = try Samples.order("first", condition: seen)
        if let text = await refusal(
            { $0 == .factsChanged(reference) },
            { () throws(CaseStoreError) in
                _ = try await store.enqueue([stale])
            })
        {
            return text
        }
        guard try await store.delivery(stale.reference) == nil,
            try await store.log(of: reference, after: 0, limit: 10).count == 2
        else { return "a part of a refused order was stored" }
        let fresh = try Samples.order("first", condition: OrderCondition(factsRevision: 2, noneIn: []))
        guard case .created = try await store.enqueue([fresh]).first else {
            return "an order from the facts of now is not taken"
        }
        // A known key is answered whatever became of the facts since.
        guard case .alreadyThere = try await store.enqueue([stale]).first else {
            return "a known key is refused for its facts"
        }
        return nil
    }

    func orderAlone() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let alone = OrderCondition(
            factsRevision: 1, noneIn: [try StateName(parsing: "queued"), try StateName(parsing: "unknown")])
        let store = store
        let orders = try ["first", "second"].map { try Samples.order($0, condition: alone) }
        let results = await withTaskGroup(of: Result<[Enqueued], CaseStoreError>.self) { group in
            for order in orders {
                group.addTask {
                    do throws(CaseStoreError) { return .success(try await store.enqueue([order])) } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let created = results.compactMap { try? $0.get().first?.record.reference }
        guard let first = created.first, created.count == 1 else {
            return "\(created.count) of two orders at the same time are stored"
        }
        guard results.contains(where: { $0 == .failure(.deliveryOpen(first)) }) else {
            return "the other order is not told which delivery is open"
        }
        let other = try Samples.order("third", channel: "webhook", condition: alone)
        guard case .created = try await store.enqueue([other]).first else {
            return "an open delivery is in the way of another channel"
        }
        guard let seen = try await store.delivery(first) else { return "it is not there" }
        _ = try await store.revise(DeliveryRevision(of: seen, standing: try Samples.standing("failed")))
        guard case .created = try await store.enqueue([Samples.order("fourth", condition: alone)]).first
        else {
            return "a delivery that is done is in the way"
        }
        return try await store.log(of: reference, after: 0, limit: 10).count == 4
            ? nil : "the log does not tell of each order once"
    }

    func pausesKept() async throws -> String? {
        try await fill(
            Samples.order("a"), Samples.order("b"), Samples.order("c", channel: "webhook"), Samples.order("d")
        )
        let mail = try ChannelName(parsing: "email")
        let webhook = try ChannelName(parsing: "webhook")
        func wait(_ name: String, hours: Int, pauses: Bool) async throws -> DeliveryRecord? {
            let claims = try await claim(Samples.request(only: name))
            let due = Samples.now.adding(hours: hours)
            let waiting = DeliveryStanding(try StateName(parsing: "waiting"), due: due, pausesChannel: pauses)
            guard let ticket = claims.first?.ticket,
                case .settled(let record)? = try await store.settle([Settlement(ticket, standing: waiting)])
                    .first
            else { return nil }
            return record
        }
        guard try await store.pauses(of: nil) == [:] else { return "a channel pauses for no reason" }
        let first = try await wait("a", hours: 1, pauses: true)
        let last = try await wait("b", hours: 2, pauses: true)
        _ = try await wait("c", hours: 3, pauses: true)
        _ = try await wait("d", hours: 4, pauses: false)
        guard
            try await store.pauses(of: nil)
                == [mail: Samples.now.adding(hours: 2), webhook: Samples.now.adding(hours: 3)],
            try await store.pauses(of: mail) == [mail: Samples.now.adding(hours: 2)]
        else { return "the pauses are not those of what waits" }
        guard let first, let last, last.standing.pausesChannel else { return "a pause is not in the record" }
        _ = try await store.revise(DeliveryRevision(of: last, standing: try Samples.standing("cancelled")))
        guard try await store.pauses(of: mail) == [mail: Samples.now.adding(hours: 1)] else {
            return "a delivery that is cancelled pauses its channel"
        }
        _ = try await claim(Samples.request(at: Samples.now.adding(hours: 1), only: first.reference.text))
        return try await store.pauses(of: mail) == [:] ? nil : "a delivery that is claimed pauses its channel"
    }

    func warningsKept() async throws -> String? {
        try await fill(Samples.order("a"), Samples.order("b"), Samples.order("c"), Samples.order("d"))
        func wait(_ name: String, hours: Int, warning: Int?) async throws {
            let claims = try await claim(Samples.request(only: name))
            let waiting = DeliveryStanding(
                try StateName(parsing: "waiting"), due: Samples.now.adding(hours: hours),
                warnsAt: warning.map { Samples.now.adding(hours: $0) })
            guard let ticket = claims.first?.ticket else { return }
            _ = try await store.settle([Settlement(ticket, standing: waiting)])
        }
        func names(hours: Int, limit: Int = 10) async throws -> [String] {
            try await store.deliveriesToWarnOf(at: Samples.now.adding(hours: hours), limit: limit)
                .map(\.reference.text)
        }
        func reference(_ name: String) throws -> DeliveryReference { try DeliveryReference(parsing: name) }
        for (name, warning) in [("a", 5), ("b", 4), ("c", 6), ("d", nil)] as [(String, Int?)] {
            try await wait(name, hours: 9, warning: warning)
        }
        guard try await names(hours: 3) == [] else { return "a warning comes too early" }
        guard try await names(hours: 5) == ["b", "a"], try await names(hours: 6, limit: 1) == ["b"] else {
            return "those to be warned of are not known, the longest first"
        }
        let before = try await store.delivery(reference("a"))
        for name in ["a", "c"] {
            try await store.noteWarned(of: reference(name), at: Samples.now.adding(hours: 5))
        }
        let after = try await store.delivery(reference("a"))
        guard try await names(hours: 6) == ["b", "c"] else {
            return "the person is told twice, or not told of what was not due"
        }
        guard before?.revision == after?.revision, after?.standing == before?.standing.withoutWarning else {
            return "a warning changes more than that it was given"
        }
        _ = try await claim(Samples.request(at: Samples.now.adding(hours: 9), only: "b"))
        guard let last = try await store.delivery(reference("c")) else { return "it is not there" }
        _ = try await store.revise(DeliveryRevision(of: last, standing: try Samples.standing("cancelled")))
        return try await names(hours: 9) == [] ? nil : "the person is warned of what waits no longer"
    }

    func revisionWhole() async throws -> String? {
        let order = try Samples.order("first", due: nil)
        try await fill(order)
        guard let seen = try await store.delivery(order.reference) else { return "it is not there" }
        let large = LogDraft(
            LogKind("noted"), at: Samples.now,
            payload: [UInt8](repeating: 0x20, count: StoreLimits.payloadBytesMax + 1))
        let accepted = try Samples.standing("accepted")
        if let text = await refusal(
            { if case .overLimit = $0 { true } else { false } },
            { () throws(CaseStoreError) in
                _ = try await store.revise(
                    DeliveryRevision(of: seen, standing: accepted, entries: [Samples.entry(), large]))
            })
        {
            return text
        }
        guard try await store.delivery(order.reference) == seen,
            try await store.log(of: order.caseReference, after: 0, limit: 10).count == 2
        else { return "half of a refused decision was stored" }
        _ = try await store.revise(
            DeliveryRevision(
                of: seen, standing: accepted,
                entries: [Samples.entry(LogKind("one")), Samples.entry(LogKind("two"))]))
        return try await store.log(of: order.caseReference, after: 2, limit: 10).map(\.kind.text)
            == ["one", "two"] ? nil : "the entries of a decision are not in the log, in their order"
    }
}
