internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Typesetting

/// Puts a brief on one page: in smaller type, then with fewer lines, and never on two.
struct PhonePage {
    private let request: PreparationRequest
    private let press: LetterPress

    init(_ request: PreparationRequest, press: LetterPress) {
        self.request = request
        self.press = press
    }

    /// What is tried, best first.
    private static let attempts: [(PhoneBrief.Detail, Document.TypeSize)] = [
        (.full, .letter), (.full, .small), (.short, .small), (.full, .smallest), (.short, .smallest),
    ]

    /// - Throws: `ChannelError.overLimit` with the longest fact and the characters that would fit.
    func printed() throws(ChannelError) -> RenderedDocument {
        do {
            if let page = try Self.page(of: request, press: press) { return page }
        } catch {
            throw ChannelError(error, in: request)
        }
        throw tooLong()
    }

    /// The first attempt that fits; nil when none does.
    private static func page(
        of request: PreparationRequest, press: LetterPress
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

    /// Names the fact that takes most room, and how long it may be here: measured, not guessed.
    private func tooLong() -> ChannelError {
        let longest = LongFact.all.max { $0.length(in: request) < $1.length(in: request) }
        guard let fact = longest, fact.length(in: request) > 0 else {
            return .preparationFailed(channel: request.channel, reason: "the brief is longer than a page")
        }
        var (fits, over) = (0, min(fact.length(in: request), LongFact.charactersMax) + 1)
        while over - fits > 1 {
            let middle = (fits + over) / 2
            if isOnePage(fact.shortened(to: middle, in: request)) { fits = middle } else { over = middle }
        }
        return .overLimit(
            field: fact.field, actual: fact.length(in: request), max: fits, unit: .characters)
    }

    private func isOnePage(_ request: PreparationRequest) -> Bool {
        (try? Self.page(of: request, press: press)) != nil
    }
}
