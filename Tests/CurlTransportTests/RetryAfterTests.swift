import CivilCalendar
import CurlTransport
import Testing

@Suite("RetryAfter")
struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT.
    static let now = Instant(secondsSinceEpoch: 784_111_777)

    @Test(
        "seconds and HTTP dates are read, clamped to a day, and anything else ignored",
        arguments: [
            ("0", 0), ("120", 120), (" 7 ", 7), ("86401", 86_400), ("99999999999999999999999", 86_400),
            ("Sun, 06 Nov 1994 08:50:37 GMT", 60), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
            ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Fri, 06 Nov 2094 08:49:37 GMT", 86_400),
            ("-1", nil), ("+1", nil), ("1.5", nil), ("", nil), ("soon", nil), ("1 2", nil),
            ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 24:00:00 GMT", nil),
            ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("Sun, 06 Nov 1994 8:49:37 GMT", nil),
            ("Sun 06 Nov 1994 08:49:37 GMT", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
            ("Sun, 06 Nov 0000 08:49:37 GMT", nil), ("\u{0}", nil),
        ] as [(String, Int?)])
    func table(value: String, seconds: Int?) {
        #expect(RetryAfter(parsing: value, now: Self.now)?.seconds == seconds)
    }
}
