// Corsica and the overseas academies set their own dates; no text with later years was found for them.
//
// Source: the ministry's open data set fr-en-calendrier-scolaire (data.education.gouv.fr, Licence Ouverte), pupils'
// rows, in the copy that also holds 2026-2027 for zones A to C; read on 2026-11-23. Where the set only says when the
// summer begins, the table ends the day before.
extension SchoolTable {
    /// 2024-2025.
    ///
    /// The set and the press differ on the day of return in 2024, so the table begins after both.
    static let corse = SchoolTable(
        from: 2024_09_05, through: 2025_07_04,
        [
            Line(.allSaints, 2024_10_19, 2024_11_03),
            Line(.christmas, 2024_12_21, 2025_01_05),
            Line(.winter, 2025_02_15, 2025_03_02),
            Line(.spring, 2025_04_12, 2025_04_27),
            Line(.ascension, 2025_05_29, 2025_06_01),
            Line(.dayOff, 2025_06_09, 2025_06_09),
        ])

    /// 2024-2025 and 2025-2026, without what holds for Saint-Martin or Saint-Barthélemy only.
    static let guadeloupe = SchoolTable(
        from: 2024_09_02, through: 2026_07_03,
        [
            Line(.allSaints, 2024_10_23, 2024_11_03),
            Line(.christmas, 2024_12_21, 2025_01_05),
            Line(.carnival, 2025_02_22, 2025_03_09),
            Line(.dayOff, 2025_03_27, 2025_03_27),
            Line(.easter, 2025_04_18, 2025_05_04),
            Line(.dayOff, 2025_05_26, 2025_05_28),
            Line(.dayOff, 2025_05_30, 2025_05_31),
            Line(.summer, 2025_07_05, 2025_08_31),
            Line(.allSaints, 2025_10_18, 2025_11_02),
            Line(.christmas, 2025_12_20, 2026_01_04),
            Line(.carnival, 2026_02_07, 2026_02_22),
            Line(.dayOff, 2026_03_12, 2026_03_12),
            Line(.easter, 2026_04_03, 2026_04_19),
            Line(.dayOff, 2026_05_15, 2026_05_16),
            Line(.dayOff, 2026_05_26, 2026_05_27),
        ])

    /// 2024-2025 and 2025-2026.
    static let martinique = SchoolTable(
        from: 2024_09_02, through: 2026_07_03,
        [
            Line(.allSaints, 2024_10_19, 2024_11_03),
            Line(.christmas, 2024_12_21, 2025_01_05),
            Line(.carnival, 2025_02_22, 2025_03_09),
            Line(.easter, 2025_04_12, 2025_04_27),
            Line(.ascension, 2025_05_29, 2025_06_01),
            Line(.summer, 2025_07_05, 2025_08_31),
            Line(.allSaints, 2025_10_18, 2025_11_02),
            Line(.christmas, 2025_12_20, 2026_01_04),
            Line(.carnival, 2026_02_07, 2026_02_22),
            Line(.easter, 2026_03_28, 2026_04_12),
            Line(.ascension, 2026_05_14, 2026_05_17),
        ])

    /// 2024-2025 and 2025-2026.
    static let guyane = SchoolTable(
        from: 2024_09_02, through: 2026_07_03,
        [
            Line(.allSaints, 2024_10_19, 2024_11_03),
            Line(.christmas, 2024_12_21, 2025_01_05),
            Line(.carnival, 2025_02_22, 2025_03_09),
            Line(.easter, 2025_04_18, 2025_05_04),
            Line(.ascension, 2025_05_29, 2025_06_01),
            Line(.summer, 2025_07_05, 2025_08_31),
            Line(.allSaints, 2025_10_18, 2025_11_02),
            Line(.christmas, 2025_12_20, 2026_01_04),
            Line(.carnival, 2026_02_07, 2026_02_22),
            Line(.easter, 2026_04_02, 2026_04_15),
            Line(.ascension, 2026_05_14, 2026_05_17),
        ])

    /// 2024-2025 and 2025-2026.
    static let reunion = SchoolTable(
        from: 2024_08_19, through: 2026_07_03,
        [
            Line(.firstPeriod, 2024_10_12, 2024_10_27),
            Line(.australSummer, 2024_12_20, 2025_01_20),
            Line(.thirdPeriod, 2025_03_01, 2025_03_16),
            Line(.fourthPeriod, 2025_05_03, 2025_05_18),
            Line(.australWinter, 2025_07_05, 2025_08_18),
            Line(.firstPeriod, 2025_10_11, 2025_10_26),
            Line(.australSummer, 2025_12_20, 2026_01_20),
            Line(.thirdPeriod, 2026_02_28, 2026_03_15),
            Line(.fourthPeriod, 2026_05_02, 2026_05_17),
        ])

    /// 2024-2025 and 2025-2026, with the summer that follows.
    static let mayotte = SchoolTable(
        from: 2024_08_26, through: 2026_08_23,
        [
            Line(.allSaints, 2024_10_12, 2024_10_27),
            Line(.christmas, 2024_12_14, 2025_01_12),
            Line(.carnival, 2025_03_01, 2025_03_09),
            Line(.spring, 2025_04_26, 2025_05_11),
            Line(.summer, 2025_07_05, 2025_08_24),
            Line(.allSaints, 2025_10_11, 2025_10_26),
            Line(.christmas, 2025_12_13, 2026_01_11),
            Line(.carnival, 2026_02_28, 2026_03_08),
            Line(.spring, 2026_05_01, 2026_05_17),
            Line(.summer, 2026_07_04, 2026_08_23),
        ])
}
