/// The words of another side, made safe to store and show.
public enum PrintableReply {
    /// Longest text kept, in bytes.
    public static let bytesMax = 2048

    /// Bytes as ASCII: line ends become nothing, everything else that is not printable becomes `?`.
    ///
    /// What is above 2,048 bytes is left out and marked with `...`. A text that was made printable stays as it is.
    /// Reads at most a little more than it keeps, line ends apart.
    public static func text(of bytes: some Sequence<UInt8>) -> String {
        var kept: [UInt8] = []
        for byte in bytes where byte != UInt8(ascii: "\r") && byte != UInt8(ascii: "\n") {
            guard kept.count < bytesMax else {
                kept.replaceSubrange((bytesMax - 3)..., with: "...".utf8)
                break
            }
            kept.append((0x20...0x7E).contains(byte) ? byte : UInt8(ascii: "?"))
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
