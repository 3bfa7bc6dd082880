internal import CivilCalendar
internal import ContactRouting

/// Looks through the provider's list for letters under our reference.
///
/// The list has no filter, and its order is not documented. Where it would take too long to read all of it, or nothing
/// was tried yet, and the dates of the pages show an order, only what is not older than the order is read.
struct ProviderSearch {
    let conversation: ProviderConversation

    /// Most pages of the list that are read.
    static let pagesMax = 50
    /// How far the provider's clock and ours may be apart.
    ///
    /// A letter of ours that is not recognised would be ordered twice, so this is generous.
    ///
    /// - Unit: seconds.
    static let marginSeconds: Int64 = 2 * 86_400

    private enum Order {
        case newestFirst, oldestFirst
    }

    private typealias Page = (sendings: [SendingView], count: Int, total: Int64?)

    private var attempt: DeliveryAttempt { conversation.attempt }

    /// The letters that carry our reference and are not older than the order.
    func ours() async throws(DeliveryStop) -> [SendingView] {
        var found = Findings()
        let first = try await page(from: 1, &found)
        guard !isLast(first, from: 1) else { return found.all }
        switch mayReadAll(first) && !attempt.isFirst ? nil : order(of: first) {
        case .newestFirst?:
            if reaches(first) { return found.all }
            try await readOn(from: 1 + first.count, order: .newestFirst, &found)
        case .oldestFirst?:
            let isDone = try await readBackwards(first, &found)
            if !isDone { try await readOn(from: 1 + first.count, order: nil, &found) }
        case nil:
            try await readOn(from: 1 + first.count, order: nil, &found)
        }
        return found.all
    }

    /// Reads to the end of the list, or until everything further is older than the order.
    private func readOn(
        from start: Int, order: Order?, _ found: inout Findings
    ) async throws(DeliveryStop) {
        var (start, order) = (start, order)
        while found.pages < Self.pagesMax {
            let page = try await page(from: start, &found)
            if isLast(page, from: start) { return }
            if self.order(of: page) != order { order = nil }
            if order == .newestFirst, reaches(page) { return }
            start += page.count
        }
        // Nothing can be there of a delivery of which nothing was tried: it is only looked for in case that the store was
        // copied or set back without its knowing.
        guard !attempt.isFirst else { return }
        throw DeliveryStop(
            failed: .unsupported,
            "\(conversation.host) lists more letters than can be looked through: ask it for \(attempt.reference)."
        )
    }

    /// Reads from the end of the list towards its beginning.
    ///
    /// - Returns: false when the pages do not keep to the order of the first one.
    private func readBackwards(_ first: Page, _ found: inout Findings) async throws(DeliveryStop) -> Bool {
        guard let total = first.total.flatMap({ Int(exactly: $0) }) else { return false }
        var end = total
        while end > first.count {
            guard found.pages < Self.pagesMax else { return false }
            let start = max(first.count + 1, end - first.count + 1)
            let page = try await page(from: start, &found)
            // The list may have grown meanwhile; a page that is too short leaves out something.
            guard page.count >= end - start + 1, page.count == 1 || order(of: page) == .oldestFirst else {
                return false
            }
            if reaches(page) { return true }
            end = start - 1
        }
        return true
    }

    private func page(from start: Int, _ found: inout Findings) async throws(DeliveryStop) -> Page {
        found.pages += 1
        guard let page = try await conversation.answer(conversation.calls.sendings(from: start)).page else {
            throw DeliveryStop(
                failed: .transient, "\(conversation.host) gives no list of letters that can be read.")
        }
        // Of an order that may have been given, no letter is left out by its date: a clock may have been wrong.
        found.add(
            page.sendings.filter { sending in
                sending.customID == attempt.reference.text && !(attempt.isFirst && isOlder(sending))
            })
        return page
    }

    private func mayReadAll(_ first: Page) -> Bool {
        first.total.map { $0 <= Int64(Self.pagesMax * first.count) } ?? true
    }

    private func isLast(_ page: Page, from start: Int) -> Bool {
        guard page.count > 0 else { return true }
        return page.total.map { Int64(start) + Int64(page.count) > $0 }
            ?? (page.count < ProviderCalls.pageCount)
    }

    /// True when a letter was made before ours can have been.
    private func isOlder(_ sending: SendingView) -> Bool {
        guard let made = sending.createdAt, let ordered = attempt.orderedAt else { return false }
        return made < ordered.adding(seconds: -Self.marginSeconds)
    }

    /// True when a page in order goes back to letters that are older than the order.
    private func reaches(_ page: Page) -> Bool { page.sendings.contains(where: isOlder) }

    /// The order of a page; nil when the dates show none, or are not all told.
    private func order(of page: Page) -> Order? {
        let dates = page.sendings.compactMap(\.createdAt)
        guard dates.count == page.count, let first = dates.first, let last = dates.last else { return nil }
        let pairs = zip(dates, dates.dropFirst())
        if first > last { return pairs.allSatisfy { $0 >= $1 } ? .newestFirst : nil }
        if first < last { return pairs.allSatisfy { $0 <= $1 } ? .oldestFirst : nil }
        return nil
    }

    /// What was found so far, each letter once: a list that grows shows some of them twice.
    private struct Findings {
        var all: [SendingView] = []
        var pages = 0

        mutating func add(_ sendings: [SendingView]) {
            for sending in sendings where !all.contains(where: { $0.id == sending.id }) {
                all.append(sending)
            }
        }
    }
}
