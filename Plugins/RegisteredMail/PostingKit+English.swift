internal import ContactRouting
internal import Texts

extension PostingKit {
    var englishParts: [Part] {
        [
            Part(title: isSigned ? "Print, fold" : "Print, sign, fold", steps: printing),
            Part(title: "Choose", steps: choosing),
            Part(title: "Post", steps: posting),
            Part(title: "Keep together", steps: keeping),
            Part(title: "Then", steps: waiting),
        ]
    }

    private var printing: [String] {
        [
            "Print letter.pdf (\(letterPages) \(letterPages == 1 ? "page" : "pages")) twice: one to send, one to keep.\(isSigned ? "" : " Sign by hand, above your name.")",
            enclosures == 0
                ? "Nothing is to be enclosed."
                : "Enclose a copy of every document in the list (\(enclosures)). Keep the originals.",
            "Fold in three at the marks in the margin, the address outside. In a long window envelope (DL, window on the right) the whole address must show; if it does not, copy it onto the envelope.",
        ]
    }

    private var choosing: [String] {
        guard isInFrance else {
            return [
                "The address is abroad: ask for a “lettre recommandée internationale avec avis de réception”. This program does not know its price.",
                weight,
            ]
        }
        return [
            "Ask for a “lettre recommandée R1 avec avis de réception”. R1 is enough: only copies travel, and the level changes nothing but the indemnity if La Poste loses the letter (R1: \(indemnity(.r1)); R2: \(indemnity(.r2)) and R3: \(indemnity(.r3)), figures of \(PostalTariff.higherIndemnitiesOf)).\(original)",
            "Price of R1 up to \(PostalTariff.gramsMax) g: \(price), tariff of \(tariffDay)\(isOutdated ? ", which may have changed since" : ""). The extra price of the acknowledgement of receipt and the prices of R2 and R3 are not known to this program: ask at the counter.",
            weight,
        ]
    }

    /// What the sum of the case means for the level.
    private var original: String {
        guard let amount, let level = levelForOriginal else { return "" }
        return
            " The amount at stake (\(formats.money(amount))) is not insured; an original of that value would call for \(level.rawValue)."
    }

    private var weight: String {
        "Weight: a sheet of A4 at 80 g/m² weighs \(Self.sheetGrams) g, the letter alone \(letterGrams) g, without the copies and the envelope. Have it weighed: above \(PostalTariff.gramsMax) g it costs more."
    }

    private var posting: [String] {
        [
            lastDay, counter,
            "Fill in the form with both addresses, and have the proof of deposit stamped: it shows the day of posting.",
            "Tracking number: ______________________________   Posted on: __________________",
        ].compactMap { $0 }
    }

    private var lastDay: String? {
        goodUntil.map {
            "This letter is good \(formats.until($0, in: zone)). Do not post it after that: prepare it anew."
        }
    }

    private var counter: String? {
        guard let counterOpen else { return nil }
        let hours =
            isCounterOpen
            ? "open until \(time(counterOpen.upperBound)) today"
            : "open \(formats.opening(counterOpen.lowerBound, seenFrom: now, in: zone)), until \(time(counterOpen.upperBound))"
        return "Counter: \(hours), by our estimate. Every post office has its own hours: check them."
    }

    private var keeping: [String] {
        [
            "The proof of deposit, the second signed copy and the originals of what you enclosed.",
            "The acknowledgement of receipt, when it comes back. Received on: __________________",
        ]
    }

    private var waiting: [String] {
        [
            "The letter \(isGoodwill ? "asks for an answer by" : "sets as the last day") \(dueBy). Record the posting in the case: channel, day and hour of posting, last day set.",
            "Letter refused or unclaimed: it waits \(PostalTariff.daysKept) days at the post office, then comes back. We advise you to keep the envelope closed, with the marks on it, and to add this to the case.",
            "This printed letter is not an electronic registered letter: it counts only when it is posted.",
        ]
    }
}
