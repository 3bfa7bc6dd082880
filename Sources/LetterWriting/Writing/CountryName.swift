import ContactRouting

/// The countries of Europe and those that often sell to France, as letters name them.
///
/// The country line of an address is for the sorting where the letter is posted, so it is in French, by itself and in
/// capitals, whatever the language of the letter; inside an English sentence the country has its English name.
///
/// - Source: EU Interinstitutional Style Guide, 9.1.1 (the country on the last line, in full and in capitals, in the
///   language of the country of dispatch); Office québécois de la langue française, "Nom de pays".
struct CountryName: Hashable, Sendable {
    let code: String
    let french: String
    let english: String
    /// What else people write on the last line of an address.
    let others: [String]

    private init(_ code: String, _ french: String, _ english: String, _ others: String...) {
        self.code = code
        self.french = french
        self.english = english
        self.others = others
    }

    /// The country in an English sentence; the code where the name is not known.
    static func english(of country: CountryCode) -> String {
        all.first { $0.code == country.text }?.english ?? country.text
    }

    /// The country that a line of an address is the name of, in any of the languages that people write; nil for others.
    static func named(by line: String) -> CountryName? { byName[folded(line)] }

    /// The country line of an address that is posted in France.
    var postal: String { french.uppercased() }

    /// The English name by itself, without an article.
    var inEnglishAlone: String { english.hasPrefix("the ") ? String(english.dropFirst(4)) : english }

    private static let byName: [String: CountryName] = {
        var names: [String: CountryName] = [:]
        for country in all {
            for name in [country.french, country.english] + country.others { names[folded(name)] = country }
        }
        return names
    }()

    /// Letters only, small and without accents; an article in front does not count.
    private static func folded(_ text: String) -> String {
        let small = text.lowercased()
        let bare = small.hasPrefix("the ") ? small.dropFirst(4) : small[...]
        var letters = String.UnicodeScalarView()
        letters.append(
            contentsOf: bare.unicodeScalars.lazy.filter(\.properties.isAlphabetic).map(withoutAccent))
        return String(letters)
    }

    /// `e` of `é`, by its name in Unicode: LATIN SMALL LETTER E WITH ACUTE.
    private static func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let start = "LATIN SMALL LETTER "
        guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix(start) else { return scalar }
        let words = name.dropFirst(start.count).split(separator: " ")
        guard words.count > 1, words[1] == "WITH", words[0].utf8.count == 1 else { return scalar }
        return words[0].lowercased().unicodeScalars.first ?? scalar
    }

    private static let all = [
        CountryName("AD", "Andorre", "Andorra"), CountryName("AT", "Autriche", "Austria", "Österreich"),
        CountryName("AU", "Australie", "Australia"),
        CountryName("BE", "Belgique", "Belgium", "België", "Belgien"),
        CountryName("BG", "Bulgarie", "Bulgaria"), CountryName("CA", "Canada", "Canada"),
        CountryName("CH", "Suisse", "Switzerland", "Schweiz", "Svizzera"),
        CountryName("CN", "Chine", "China", "P.R. China", "PR China", "People’s Republic of China"),
        CountryName("CY", "Chypre", "Cyprus"),
        CountryName("CZ", "Tchéquie", "Czechia", "République tchèque", "Czech Republic", "Česko"),
        CountryName("DE", "Allemagne", "Germany", "Deutschland"),
        CountryName("DK", "Danemark", "Denmark", "Danmark"), CountryName("EE", "Estonie", "Estonia", "Eesti"),
        CountryName("ES", "Espagne", "Spain", "España"),
        CountryName("FI", "Finlande", "Finland", "Suomi"), CountryName("FR", "France", "France"),
        CountryName(
            "GB", "Royaume-Uni", "the United Kingdom", "UK", "U.K.", "Great Britain", "Grande-Bretagne",
            "England", "Angleterre"),
        CountryName("GR", "Grèce", "Greece", "Hellas"), CountryName("HK", "Hong Kong", "Hong Kong"),
        CountryName("HR", "Croatie", "Croatia", "Hrvatska"),
        CountryName("HU", "Hongrie", "Hungary", "Magyarország"),
        CountryName("IE", "Irlande", "Ireland", "Éire", "Republic of Ireland", "République d’Irlande"),
        CountryName("IN", "Inde", "India"), CountryName("IS", "Islande", "Iceland", "Ísland"),
        CountryName("IT", "Italie", "Italy", "Italia"), CountryName("JP", "Japon", "Japan"),
        CountryName("KR", "Corée du Sud", "South Korea"),
        CountryName("LI", "Liechtenstein", "Liechtenstein"),
        CountryName("LT", "Lituanie", "Lithuania", "Lietuva"),
        CountryName("LU", "Luxembourg", "Luxembourg", "Luxemburg", "Lëtzebuerg", "Grand-Duché de Luxembourg"),
        CountryName("LV", "Lettonie", "Latvia", "Latvija"), CountryName("MT", "Malte", "Malta"),
        CountryName("NL", "Pays-Bas", "the Netherlands", "Nederland", "Holland", "Hollande"),
        CountryName("NO", "Norvège", "Norway", "Norge"),
        CountryName("NZ", "Nouvelle-Zélande", "New Zealand"),
        CountryName("PL", "Pologne", "Poland", "Polska"), CountryName("PT", "Portugal", "Portugal"),
        CountryName("RO", "Roumanie", "Romania", "România"),
        CountryName("SE", "Suède", "Sweden", "Sverige"), CountryName("SG", "Singapour", "Singapore"),
        CountryName("SI", "Slovénie", "Slovenia", "Slovenija"),
        CountryName("SK", "Slovaquie", "Slovakia", "Slovensko"),
        CountryName("TR", "Turquie", "Türkiye", "Turkey"),
        CountryName(
            "US", "États-Unis", "the United States", "USA", "U.S.A.", "United States of America",
            "États-Unis d’Amérique"),
    ]
}
