internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Typesetting

/// Puts a brief on one page: in smaller type, then with fewer lines, then with its longest facts shortened.
///
/// Whoever is on the phone cannot turn pages, and the call does not wait for a shorter description: the page has the
/// beginning of a fact that takes too much room, and says that `brief.txt` has all of it.
struct PhonePage {
    /// A page, the facts of which it has only the beginning, and those that it does not have.
    struct Printed {
        let document: RenderedDocument
        var shortened: [Doubt.LongFact] = []
        var leftOut: [Doubt.LongFact] = []

        var doubts: [Doubt] {
            shortened.isEmpty && leftOut.isEmpty ? [] : [.pageShortened(shortened, leftOut: leftOut)]
        }
    }

    private typealias Attempt = (detail: PhoneBrief.Detail, size: Document.TypeSize)

    private let request: PreparationRequest
    private let press: LetterPress

    init(_ request: PreparationRequest, press: LetterPress) {
        self.request = request
        self.press = press
    }

    /// What is tried for a whole brief, best first.
    private static let attempts: [Attempt] = [
        (.full, .letter), (.full, .small), (.short, .small), (.full, .smallest), (.short, .smallest),
    ]

    /// What is tried for a shortened one: nothing speaks for small type when a part is left out anyway.
    private static let attemptsShortened: [Attempt] = [(.short, .small)]

    /// - Throws: `ChannelError.preparationFailed` when not even the shortest brief fits, and what `ChannelError` says of
    ///   a page that cannot be set at all, whatever its length.
    func printed() throws(ChannelError) -> Printed {
        do {
            if let page = try page(of: request, Self.attempts) { return Printed(document: page) }
            for attempts in [Self.attemptsShortened, Self.attempts] {
                if let printed = try shortened(attempts) { return printed }
            }
        } catch {
            throw ChannelError(error, in: request)
        }
        throw .preparationFailed(channel: request.channel, reason: "the brief is longer than a page")
    }

    /// Nil when it does not fit; any other fault would meet a shorter one, too.
    private func page(
        of request: PreparationRequest, _ attempts: [Attempt]
    ) throws(LetterError) -> RenderedDocument? {
        for (detail, size) in attempts {
            let brief = PhoneBrief(request, detail: detail).brief(for: .paper)
            do {
                let page = try press.print(brief, size: size)
                if page.pageCount <= PhonePlugin.pagesMax { return page }
            } catch .setting(.textTooLong) {
                // A paragraph of eight pages; the other attempts hold it, too.
                return nil
            }
        }
        return nil
    }

    // MARK: Too long

    /// Shortens the longest fact to what fits, measured and not guessed; when nothing of it fits, the next one, too.
    private func shortened(_ attempts: [Attempt]) throws(LetterError) -> Printed? {
        var request = request
        var leftOut: [Doubt.LongFact] = []
        let facts = LongFact.all.filter { $0.length(in: request) > 0 }
            .sorted { $0.length(in: self.request) > $1.length(in: self.request) }
        for fact in facts {
            guard let least = try page(of: fact.shortened(to: 0, in: request), attempts) else {
                request = fact.shortened(to: 0, in: request)
                if !leftOut.contains(fact.fact) { leftOut.append(fact.fact) }
                continue
            }
            var best = least
            var (fits, over) = (0, min(fact.length(in: request), LongFact.charactersMax) + 1)
            while fact.isDivisible, over - fits > 1 {
                let middle = (fits + over) / 2
                if let page = try page(of: fact.shortened(to: middle, in: request), attempts) {
                    (best, fits) = (page, middle)
                } else {
                    over = middle
                }
            }
            guard !leftOut.contains(fact.fact) else { return Printed(document: best, leftOut: leftOut) }
            return fits > 0
                ? Printed(document: best, shortened: [fact.fact], leftOut: leftOut)
                : Printed(document: best, leftOut: leftOut + [fact.fact])
        }
        return nil
    }
}
