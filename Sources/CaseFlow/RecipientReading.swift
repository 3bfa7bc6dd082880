import ContactRouting

/// Which language whoever is written to reads, as far as the directory and the case tell.
struct RecipientReading {
    let facts: ContactCase
    let offer: ChannelOffer
    let side: SellerSide
    /// Where a letter goes, when it has an address.
    let address: PostalAddress?
    let directory: Directory

    /// The language to write in.
    ///
    /// The person's own where the channel is known to take it, else French where that is taken. Where nothing is known,
    /// French: whoever sells to consumers in France answers in it. Only a person who uses English writes English to a
    /// seller in a country without French.
    var language: Language {
        let own = facts.consumer.effectiveLanguage
        let taken = known.compactMap(Language.init(rawValue:))
        if taken.contains(own) { return own }
        if !taken.isEmpty { return taken.contains(.french) ? .french : .english }
        guard own == .english, known.isEmpty, let country, !reads(.french, in: country) else {
            return .french
        }
        return .english
    }

    /// Whether a language is known to be read; for French also when nothing speaks against it.
    func reads(_ language: Language) -> Bool {
        if !known.isEmpty { return known.contains(language.rawValue) }
        guard let country else { return language == .french }
        return reads(language, in: country)
    }

    /// The languages that the reader is known to take; empty when unknown.
    ///
    /// What the case says of a merchant holds for every way to it, and not for a seller on its site.
    private var known: [String] {
        guard case .described(let merchant) = facts.merchant else { return offer.entry.languages }
        switch (offer.owner, side) {
        case (.merchant, .marketplaceSeller), (.merchant, .privateSeller): return []
        case (.merchant, .merchant), (.merchant, .unknown): return offer.entry.languages
        case (.law, .merchant), (.law, .unknown): return merchant.languages
        case (.law, .marketplaceSeller), (.law, .privateSeller), (.institution, _), (.closed, _),
            (.person, _):
            return offer.entry.languages
        }
    }

    /// Where it is an official language.
    private func reads(_ language: Language, in country: CountryCode) -> Bool {
        switch language {
        case .french: Self.frenchReading.contains(country.text)
        case .english: Self.englishReading.contains(country.text)
        }
    }

    private static let frenchReading: Set<String> = ["FR", "BE", "LU", "CH", "MC", "CA"]
    private static let englishReading: Set<String> = ["GB", "IE", "MT", "US", "CA", "AU", "NZ", "SG", "IN"]

    /// Where the reader sits: a letter is read where its address is, the rest by whoever serves France.
    private var country: CountryCode? {
        switch offer.owner {
        case .institution, .closed, .person: return nil
        case .merchant, .law: break
        }
        switch side {
        case .marketplaceSeller, .privateSeller: return facts.seller.country
        case .merchant, .unknown: break
        }
        if case .described(let merchant) = facts.merchant { return merchant.country ?? facts.seller.country }
        guard offer.channel == .registeredMail, let address, !address.endsInFrenchTown else { return nil }
        return facts.listedMerchant(in: directory)?.legal?.seatCountry
    }
}
