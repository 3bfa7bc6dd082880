/// How much one document may hold; over a limit is an error, nothing is cut.
public enum Limits {
    /// - Unit: blocks, and items of one list or table.
    public static let blocksMax = 5_000
    /// Columns of a table: more are too narrow to read.
    public static let columnsMax = 12
    /// - Unit: Unicode scalars of the whole document, about 250 pages.
    public static let textMax = 1_000_000
    /// - Unit: Unicode scalars of one paragraph, about 8 pages.
    public static let paragraphMax = 30_000
    public static let senderLinesMax = 9
    /// Lines of the sender as they stand on paper, where long ones are broken.
    public static let senderBrokenLinesMax = 15
    /// - Unit: Unicode scalars of the title, the author or the language.
    public static let titleMax = 1_000
    /// With a country as the last line.
    public static let recipientLinesMax = 7
    public static let pagesMax = 300
    /// - Unit: words kept shaped for later documents; about 80 bytes each.
    static let shapedWordsMax = 200_000
    /// - Unit: Unicode scalars of the words kept shaped for later documents; about 10 bytes each.
    static let shapedScalarsMax = 4_000_000
    /// - Unit: Unicode scalars of a word kept shaped.
    static let shapedWordMax = 64
    /// - Unit: combining marks on one letter; languages need two or three.
    static let marksMax = 8
}
