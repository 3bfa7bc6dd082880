internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension StoreTrial {
    private typealias Samples = StoreSamples

    /// Claims with a step that says "sending".
    func claim(_ request: ClaimRequest) async throws -> [Claim] {
        let step = ClaimStep(try Samples.standing("sending"))
        return try await store.claim(request) { _ in step }
    }

    func rescue(_ request: ClaimRequest) async throws -> [Claim] {
        let step = ClaimStep(try Samples.standing("sending"))
        return try await store.rescue(request) { _ in step }
    }

    /// Opens the sample case and stores deliveries of it.
    func fill(_ orders: DeliveryOrder...) async throws {
        _ = try await store.open(Samples.opening())
        _ = try await store.enqueue(orders)
    }

    func preparationKept() async throws -> String? {
        let order = try Samples.order("first")
        try await fill(order, Samples.order("second"))
        guard let stored = try await store.preparation(of: order.reference) else { return "it is not there" }
        return try stored == order.preparation && stored.manifest == order.preparation.manifest
            && stored.prepared() == order.preparation.prepared()
            ? nil : "it comes back changed"
    }

    func keyOnce() async throws -> String? {
        let order = try Samples.order("first", key: "key-1")
        try await fill(order)
        let before = try await store.caseRecord(order.caseReference)
        let again = try Samples.order(
            "second", key: "key-1", facts: FactsChange(facts: Array("{}".utf8), replacing: 1))
        guard case .alreadyThere(let record) = try await store.enqueue([again]).first,
            record.reference == order.reference, try await store.delivery(key: order.key) == record
        else { return "a known key does not lead to its delivery" }
        guard try await store.caseRecord(order.caseReference) == before,
            try await store.deliveries(of: order.caseReference).count == 1
        else { return "a known key writes something" }
        let other = try Samples.order("first", key: "key-2")
        return await refusal({ $0 == .deliveryExists(order.reference) }) { () throws(CaseStoreError) in
            _ = try await store.enqueue([other])
        }
    }

    func enqueueWhole() async throws -> String? {
        _ = try await store.open(Samples.opening())
        let good = try Samples.order("first")
        let bad = try Samples.order("second", of: "nowhere")
        if let text = await refusal(
            { $0 == .caseUnknown(bad.caseReference) },
            { () throws(CaseStoreError) in
                _ = try await store.enqueue([good, bad])
            })
        {
            return text
        }
        guard try await store.delivery(good.reference) == nil,
            try await store.log(of: good.caseReference, after: 0, limit: 10).count == 1
        else { return "half of a refused call was stored" }
        return try await store.enqueue([good]).count == 1 ? nil : "a good order is not taken afterwards"
    }

    func revisionGuarded() async throws -> String? {
        let order = try Samples.order("first", due: nil)
        try await fill(order)
        guard let seen = try await store.delivery(order.reference) else { return "it is not there" }
        let released = DeliveryRevision(
            of: seen, standing: try Samples.standing("queued", due: Samples.now), entries: [Samples.entry()])
        let revised = try await store.revise(released)
        guard revised.standing == released.standing, revised.revision > seen.revision,
            try await store.delivery(order.reference) == revised
        else { return "a decision is not stored" }
        if let text = await refusal(
            { $0 == .deliveryChanged(order.reference) },
            { () throws(CaseStoreError) in
                _ = try await store.revise(released)
            })
        {
            return text
        }
        guard let claimed = try await claim(Samples.request()).first?.record else {
            return "what a person released cannot be claimed"
        }
        let late = DeliveryRevision(of: claimed, standing: try Samples.standing("cancelled"))
        return await refusal({ $0 == .deliveryUnderway(order.reference) }) { () throws(CaseStoreError) in
            _ = try await store.revise(late)
        }
    }

    func nextMoment() async throws -> String? {
        guard try await store.nextMoment() == nil else { return "an empty store has something to do" }
        try await fill(
            Samples.order("first", due: Samples.now),
            Samples.order("second", due: Samples.now.adding(hours: 3)))
        guard try await store.nextMoment() == Samples.now else { return "a due delivery is overlooked" }
        _ = try await claim(Samples.request(leaseSeconds: 7200))
        guard try await store.nextMoment() == Samples.now.adding(hours: 2) else {
            return "a lease is overlooked"
        }
        try await store.plan(
            [Samples.reminder("soon", due: Samples.now.adding(hours: 1))], for: CaseReference(parsing: "lamp")
        )
        return try await store.nextMoment() == Samples.now.adding(hours: 1) ? nil : "a reminder is overlooked"
    }

    func reminderOnce() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        let soon = try Samples.reminder("soon")
        let dropped = try Samples.reminder("dropped")
        let later = try Samples.reminder("later", due: Samples.now.adding(hours: 1))
        try await store.plan([soon, dropped], for: reference)
        try await store.plan([later, soon], for: reference)
        guard try await store.reminders(of: reference) == [soon, later],
            try await store.dueReminders(at: Samples.now, limit: 10) == [soon]
        else { return "the plan is not what was planned" }
        let firing = Firing(soon, at: Samples.now, entry: Samples.entry(LogKind("reminded")))
        let gone = Firing(dropped, at: Samples.now, entry: Samples.entry(LogKind("reminded")))
        guard try await store.fire([firing, firing, gone]) == [true, false, false] else {
            return "it does not fire exactly once"
        }
        try await store.plan([soon, later], for: reference)
        guard try await store.reminders(of: reference) == [later] else { return "a fired one comes back" }
        return try await store.log(of: reference, after: 0, limit: 10).count == 2
            ? nil : "the log does not tell of it once"
    }

    func oneWorker() async throws -> String? {
        let one = try WorkerName(parsing: "one")
        let two = try WorkerName(parsing: "two")
        let until = Samples.now.adding(seconds: 60)
        try await store.startWorker(one, now: Samples.now, until: until)
        try await store.startWorker(one, now: Samples.now, until: until)
        guard try await store.worker() == Lease(worker: one, until: until) else { return "it is not kept" }
        if let text = await refusal(
            { $0 == .workerRunning(one, until: until) },
            { () throws(CaseStoreError) in
                try await store.startWorker(two, now: Samples.now, until: until)
            })
        {
            return text
        }
        try await store.startWorker(two, now: until, until: until.adding(seconds: 60))
        if let text = await refusal(
            { $0 == .workerReplaced(one) },
            { () throws(CaseStoreError) in
                try await store.renewWorker(one, until: until)
            })
        {
            return text
        }
        try await store.endWorker(one)
        guard try await store.worker()?.worker == two else { return "a worker ends another one" }
        try await store.endWorker(two)
        return try await store.worker() == nil ? nil : "it does not end"
    }

    func concurrentCalls() async throws -> String? {
        for number in 0..<8 { _ = try await store.open(Samples.opening("case-\(number)")) }
        let store = store
        let created = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<120 {
                // Every third order has the key of another one.
                let key = number % 3 == 2 ? number - 1 : number
                let order = try Samples.order("d-\(number)", of: "case-\(number % 8)", key: "k-\(key)")
                group.addTask {
                    if case .created = try await store.enqueue([order]).first { 1 } else { 0 }
                }
            }
            return try await group.reduce(0, +)
        }
        guard created == 80 else { return "\(created) deliveries were created for 80 keys" }
        let step = ClaimStep(try Samples.standing("sending"))
        let requests = try (0..<10).map { try Samples.request("w-\($0)", limit: 10) }
        let taken = try await withThrowingTaskGroup(of: [DeliveryReference].self) { group in
            for request in requests {
                group.addTask { try await store.claim(request) { _ in step }.map(\.ticket.reference) }
            }
            return try await group.reduce([], +)
        }
        guard taken.count == 80, Set(taken).count == 80 else { return "claims overlap or leave something" }
        return try await store.verify().isSound ? nil : "the store is not sound afterwards"
    }

    func reportedSound() async throws -> String? {
        try await fill(Samples.order("first"), Samples.order("second"))
        let report = try await store.verify()
        return report == StoreReport(cases: 1, entries: 3, deliveries: 2, findings: [])
            ? nil : "it reports \(report)"
    }

    func endsClosed() async throws -> String? {
        let reference = try await store.open(Samples.opening()).summary.reference
        await store.shutDown()
        await store.shutDown()
        return await refusal({ $0 == .closed }) { () throws(CaseStoreError) in
            _ = try await store.caseRecord(reference)
        }
    }
}
