#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace twinhelm::health
{

/// Takes a page's body as it comes; nobody keeps it.
class HttpBodySink
{
public:
    virtual ~HttpBodySink() = default;
    /// As it came: with the sizes of chunks in between, when there are any.
    virtual void onWire(std::string_view bytes) = 0;
    /// The page itself.
    virtual void onContent(std::string_view bytes) = 0;
};

/// Reads one HTTP/1 reply (RFC 9112) from pieces of any size, in memory that does not grow with the reply. Total over
/// all bytes. Interim replies (1xx) are passed over.
///
/// keepalived does not know chunks: its digest and its regex see their sizes, too, and it waits for the other end to
/// close even when Content-Length says that all is there.
class HttpReply
{
public:
    enum class State {
        Head,
        Body,
        Done,    ///< all has come
        NotHttp, ///< what came is no HTTP reply; fault() says why
        TooLong, ///< a head or a line without end
    };
    static constexpr std::size_t mostHead = 32 * 1024; ///< bytes, also for the trailer of a chunked body
    static constexpr std::size_t mostLine = 4 * 1024;  ///< of a chunk's size
    static constexpr unsigned mostInterim = 16;

    State feed(std::string_view bytes, HttpBodySink &sink);
    /// The other end has closed.
    State end();

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const std::string &fault() const { return fault_; }
    /// 100..999 once the head is there, else 0.
    [[nodiscard]] unsigned status() const { return status_; }
    [[nodiscard]] const std::string &statusLine() const { return statusLine_; }
    [[nodiscard]] const std::string &location() const { return location_; }
    [[nodiscard]] bool chunked() const { return chunked_; }
    [[nodiscard]] std::optional<std::uint64_t> announced() const { return length_; }
    /// Bytes of the page until now.
    [[nodiscard]] std::uint64_t received() const { return received_; }
    /// After end(): less came than was announced.
    [[nodiscard]] bool cutShort() const { return cutShort_; }

private:
    enum class Chunk { Size, Data, AfterData, Trailer };

    [[nodiscard]] std::size_t takeHead(std::string_view bytes);
    void readHead();
    bool readField(std::string_view line);
    void beginBody();
    [[nodiscard]] std::size_t takeBody(std::string_view bytes, HttpBodySink &sink);
    [[nodiscard]] std::size_t takeChunks(std::string_view bytes, HttpBodySink &sink);
    [[nodiscard]] std::size_t takeLine(std::string_view bytes, std::size_t most, bool &whole);
    void endOfChunkLine();
    void giveUp(State state, std::string fault);

    State state_ = State::Head;
    Chunk chunk_ = Chunk::Size;
    std::string head_; ///< what has come of a head, or of a chunk's line
    std::string statusLine_;
    std::string location_;
    std::string fault_;
    unsigned status_ = 0;
    unsigned interim_ = 0;
    bool chunked_ = false;
    bool cutShort_ = false;
    std::optional<std::uint64_t> length_;
    std::uint64_t left_ = 0; ///< of the chunk
    std::uint64_t received_ = 0;
    std::size_t trailer_ = 0;
};

} // namespace twinhelm::health
