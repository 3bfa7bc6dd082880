internal import PDFWriting

/// The measures of a letter on A4 paper.
///
/// The recipient's rectangle is the one that the windows of the French formats have in common.
enum PageFormat {
    static let width = Length.millimetres(210)
    static let height = Length.millimetres(297)
    static let left = Length.millimetres(20)
    static let measure = Length.millimetres(165)
    static let top = Length.millimetres(20)
    /// The lowest baseline of text.
    static let lowestBaseline = Length.millimetres(272)
    static let footerBaseline = Length.millimetres(285)

    static let bodySize = Length(centipoints: 1050)
    static let leading = Length(centipoints: 1400)
    static let footerSize = Length(centipoints: 850)
    /// A letter that would else need one more page.
    static let reducedSize = Length(centipoints: 1000)
    static let reducedLeading = Length(centipoints: 1300)

    static let windowX = Length.millimetres(110)
    static let windowWidth = Length.millimetres(85)
    static let windowTop = Length.millimetres(55)
    static let windowBottom = Length.millimetres(83)
    static let windowPitch = Length.tenths(42)
    /// Seven lines are a little closer, so that the last stays inside.
    static let windowPitchOfSeven = Length.tenths(40)
    /// Address type is tried from the largest.
    static let windowSizes = [Length(centipoints: 1000), Length(centipoints: 950), Length(centipoints: 900)]

    static let senderPitch = Length.tenths(45)
    /// The sender's type is that of the text, and smaller when a line would be broken.
    static let senderSizes = [bodySize] + windowSizes
    static let senderMeasure = Length.millimetres(85)
    static let flowTopUnderWindow = Length.millimetres(88)

    /// The least room in which a signature is written without cramping.
    static let signatureRoomMin = Length.millimetres(15)
    /// The largest picture of a signature.
    static let pictureWidthMax = Length.millimetres(60)
    static let pictureHeightMax = Length.millimetres(20)

    static let foldMarks = [Length.millimetres(99), Length.millimetres(198)]
    /// Most printers cannot print nearer to the edge than this.
    static let foldMarkStart = Length.millimetres(5)
    static let foldMarkEnd = Length.millimetres(9)
}
