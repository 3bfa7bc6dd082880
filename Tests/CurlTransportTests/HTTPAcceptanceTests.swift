import ContactRouting
import CurlTransport
import Testing

@Suite("HTTPAcceptance")
struct HTTPAcceptanceTests {
    @Test("only an expected 2xx is an answer, and only an incomplete or refused request is called unsent")
    func totality() {
        for method in HTTPMethod.allCases {
            for curlCode in [-1, 0, 6, 7, 18, 23, 28, 35, 42, 52, 55, 56, 60, 77, 200] {
                for responseCode in -1...700 {
                    for (handedOver, headSent) in [(0, 0), (0, 50), (9, 50), (10, 50)] {
                        let acceptance = HTTPAcceptance(
                            method: method, expected: [200, 201], curlCode: curlCode,
                            responseCode: responseCode,
                            bytesHandedOver: handedOver, bodySize: 10, headBytesSent: headSent)

                        switch acceptance.verdict {
                        case .answered: #expect([200, 201].contains(responseCode) && curlCode == 0)
                        case .unknown: #expect(!method.isSafe && handedOver == 10)
                        case .failed(let kind):
                            let isRefused =
                                (300...499).contains(responseCode) || [501, 503, 505].contains(responseCode)
                            #expect(isRefused || method.isSafe || handedOver < 10 || kind == .configuration)
                        }
                    }
                }
            }
        }
    }

    @Test(
        "no handshake is a matter of settings only while no byte of the request went out",
        arguments: [35, 60])
    func handshake(curlCode: Int) {
        let verdicts = [0, 50].map { headSent in
            HTTPAcceptance(
                method: .post, expected: [200], curlCode: curlCode, responseCode: 0,
                bytesHandedOver: headSent == 0 ? 0 : 10, bodySize: 10, headBytesSent: headSent
            ).verdict
        }

        #expect(verdicts == [.failed(.configuration), .unknown])
    }

    @Test("a GET may expect 404, a POST never", arguments: [(HTTPMethod.get, true), (.post, false)])
    func notFound(method: HTTPMethod, isAnswer: Bool) {
        let verdict = HTTPAcceptance(
            method: method, expected: [200, 404], curlCode: 0, responseCode: 404, bytesHandedOver: 0,
            bodySize: 0,
            headBytesSent: 50
        ).verdict

        #expect((verdict == .answered) == isAnswer)
    }
}
