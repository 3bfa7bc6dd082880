extension SchoolTable {
    /// The school years 2024-2025 to 2027-2028 of the mainland.
    ///
    /// Ends with the last day of school before the summer of 2028, whose end no text gives yet.
    ///
    /// - Source: arrêté of 7 December 2022 (NOR MENE2229099A, JORFTEXT000046704476; 2023-2024 to 2025-2026), of
    ///   22 October 2025 (JORFTEXT000052416058; 2026-2027) and of 21 July 2026 (JORFTEXT000054457294; 2027-2028).
    ///   The ministry's open data set fr-en-calendrier-scolaire (data.education.gouv.fr, Licence Ouverte) has the same
    ///   days up to 2026-2027. Compared on 2026-11-23 with two copies of that set and with the PyPI package
    ///   `holidays` 0.109; for 2027-2028 with that package and three transcriptions of the arrêté.
    private static func mainland(_ own: [Line]) -> SchoolTable {
        SchoolTable(from: 2024_09_02, through: 2028_07_04, common + own)
    }

    private static let common: [Line] = [
        Line(.allSaints, 2024_10_19, 2024_11_03),
        Line(.christmas, 2024_12_21, 2025_01_05),
        Line(.ascension, 2025_05_29, 2025_06_01),
        Line(.summer, 2025_07_05, 2025_08_31),
        Line(.allSaints, 2025_10_18, 2025_11_02),
        Line(.christmas, 2025_12_20, 2026_01_04),
        Line(.ascension, 2026_05_14, 2026_05_17),
        Line(.summer, 2026_07_04, 2026_08_31),
        Line(.allSaints, 2026_10_17, 2026_11_01),
        Line(.christmas, 2026_12_19, 2027_01_03),
        Line(.ascension, 2027_05_06, 2027_05_09),
        Line(.summer, 2027_07_03, 2027_09_01),
        Line(.allSaints, 2027_10_23, 2027_11_07),
        Line(.christmas, 2027_12_18, 2028_01_02),
        Line(.ascension, 2028_05_25, 2028_05_28),
    ]

    static let zoneA = mainland([
        Line(.winter, 2025_02_22, 2025_03_09),
        Line(.spring, 2025_04_19, 2025_05_04),
        Line(.winter, 2026_02_07, 2026_02_22),
        Line(.spring, 2026_04_04, 2026_04_19),
        Line(.winter, 2027_02_13, 2027_02_28),
        Line(.spring, 2027_04_10, 2027_04_25),
        Line(.winter, 2028_02_19, 2028_03_05),
        Line(.spring, 2028_04_22, 2028_05_08),
    ])

    static let zoneB = mainland([
        Line(.winter, 2025_02_08, 2025_02_23),
        Line(.spring, 2025_04_05, 2025_04_21),
        Line(.winter, 2026_02_14, 2026_03_01),
        Line(.spring, 2026_04_11, 2026_04_26),
        Line(.winter, 2027_02_20, 2027_03_07),
        Line(.spring, 2027_04_17, 2027_05_02),
        Line(.winter, 2028_02_05, 2028_02_20),
        Line(.spring, 2028_04_08, 2028_04_23),
    ])

    static let zoneC = mainland([
        Line(.winter, 2025_02_15, 2025_03_02),
        Line(.spring, 2025_04_12, 2025_04_27),
        Line(.winter, 2026_02_21, 2026_03_08),
        Line(.spring, 2026_04_18, 2026_05_03),
        Line(.winter, 2027_02_06, 2027_02_21),
        Line(.spring, 2027_04_03, 2027_04_18),
        Line(.winter, 2028_02_12, 2028_02_27),
        Line(.spring, 2028_04_15, 2028_05_01),
    ])
}
