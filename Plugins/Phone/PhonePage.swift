internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Typesetting

/// Puts a brief on one page: in smaller type, then with fewer lines, then with its longest facts shortened.
///
/// Whoever is on the phone cannot turn pages, and the call does not wait for a shorter description: the page has the
/// beginning of a fact that takes too much room, and says that `brief.txt` has all of it.
struct PhonePage {
    /// A page, and the facts of which it has only the beginning.
    struct Printed {
        let document: RenderedDocument
        let shortened: [RequestField]
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

    /// - Throws: `ChannelError.preparationFailed` when not even the shortest brief fits.
    func printed() throws(ChannelError) -> Printed {
        do {
            if let page = try Self.page(of: request, press: press, attempts: Self.attempts) {
                return Printed(document: page, shortened: [])
            }
        } catch {
            throw ChannelError(error, in: request)
        }
        for attempts in [Self.attemptsShortened, Self.attempts] {
            if let printed = shortened(attempts) { return printed }
        }
        throw .preparationFailed(channel: request.channel, reason: "the brief is longer than a page")
    }

    private static func page(
        of request: PreparationRequest, press: LetterPress, attempts: [Attempt]
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
    private func shortened(_ attempts: [Attempt]) -> Printed? {
        var request = request
        var fields: [RequestField] = []
        let facts = LongFact.all.filter { $0.length(in: request) > 0 }
            .sorted { $0.length(in: self.request) > $1.length(in: self.request) }
        for fact in facts {
            if !fields.contains(fact.field) { fields.append(fact.field) }
            guard let least = page(of: fact.shortened(to: 0, in: request), attempts) else {
                request = fact.shortened(to: 0, in: request)
                continue
            }
            var best = least
            var (fits, over) = (0, min(fact.length(in: request), LongFact.charactersMax) + 1)
            while fact.isDivisible, over - fits > 1 {
                let middle = (fits + over) / 2
                if let page = page(of: fact.shortened(to: middle, in: request), attempts) {
                    (best, fits) = (page, middle)
                } else {
                    over = middle
                }
            }
            return Printed(document: best, shortened: fields)
        }
        return nil
    }

    private func page(of request: PreparationRequest, _ attempts: [Attempt]) -> RenderedDocument? {
        try? Self.page(of: request, press: press, attempts: attempts)
    }
}
