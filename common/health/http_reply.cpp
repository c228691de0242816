#include "common/health/http_reply.h"

#include <algorithm>
#include <charconv>

namespace twinhelm::health
{

namespace
{

constexpr std::string_view protocol = "HTTP/";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<std::uint64_t> number(std::string_view text, int base)
{
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return out;
}

/// The status code of "HTTP/1.1 200 OK"; 0: it is none.
unsigned statusOf(std::string_view line)
{
    const auto digitAt = [&](std::size_t i) { return i < line.size() && isDigit(line[i]); };
    if (!line.starts_with(protocol) || !digitAt(5) || line.size() < 12 || line[6] != '.' || !digitAt(7) ||
        line[8] != ' ' || !digitAt(9) || !digitAt(10) || !digitAt(11) || digitAt(12))
        return 0;
    const auto code = static_cast<unsigned>((line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0'));
    return code >= 100 ? code : 0;
}

/// The last word of a Transfer-Encoding.
std::string_view lastCoding(std::string_view value)
{
    const auto comma = value.rfind(',');
    return trimmed(comma == std::string_view::npos ? value : value.substr(comma + 1));
}

} // namespace

HttpReply::State HttpReply::feed(std::string_view bytes, HttpBodySink &sink)
{
    while (!bytes.empty() && (state_ == State::Head || state_ == State::Body))
        bytes.remove_prefix(state_ == State::Head ? takeHead(bytes) : takeBody(bytes, sink));
    return state_;
}

HttpReply::State HttpReply::end()
{
    if (state_ != State::Body)
        return state_;
    cutShort_ = chunked_ || length_.has_value();
    state_ = State::Done;
    return state_;
}

void HttpReply::giveUp(State state, std::string fault)
{
    state_ = state;
    fault_ = std::move(fault);
    head_.clear();
}

// ---- head --------------------------------------------------------------------------------------

std::size_t HttpReply::takeHead(std::string_view bytes)
{
    // Up to the next end of a line: what follows the head is not ours to keep.
    const auto newline = bytes.find('\n');
    const auto taken = newline == std::string_view::npos ? bytes.size() : newline + 1;
    if (head_.size() + taken > mostHead) {
        giveUp(State::TooLong, "its head has more than " + std::to_string(mostHead) + " bytes");
        return taken;
    }
    head_ += bytes.substr(0, taken);
    const auto compared = std::min(head_.size(), protocol.size());
    if (std::string_view(head_).substr(0, compared) != protocol.substr(0, compared)) {
        giveUp(State::NotHttp, "it does not begin with HTTP/");
        return taken;
    }
    if (head_.ends_with("\n\r\n") || head_.ends_with("\n\n"))
        readHead();
    return taken;
}

void HttpReply::readHead()
{
    std::string_view rest = head_;
    const auto line = trimmed(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(rest.find('\n') + 1);
    status_ = statusOf(line);
    statusLine_ = line.substr(0, 200);
    if (status_ == 0)
        return giveUp(State::NotHttp, "its first line has no status code");
    length_.reset();
    chunked_ = false;
    location_.clear();
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size() - 1);
        if (!readField(rest.substr(0, end)))
            return giveUp(State::NotHttp, "it announces two different lengths, or one that is no number");
        rest.remove_prefix(end + 1);
    }
    head_.clear();
    beginBody();
}

/// False when the length cannot be known.
bool HttpReply::readField(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return true;
    const auto name = line.substr(0, colon);
    const auto value = trimmed(line.substr(colon + 1));
    if (sameWord(name, "location")) {
        location_ = value.substr(0, 200);
    } else if (sameWord(name, "transfer-encoding")) {
        chunked_ = sameWord(lastCoding(value), "chunked");
    } else if (sameWord(name, "content-length")) {
        const auto length = number(value, 10);
        if (!length || (length_ && *length_ != *length))
            return false;
        length_ = length;
    }
    return true;
}

void HttpReply::beginBody()
{
    if (status_ >= 100 && status_ < 200 && status_ != 101) {
        if (++interim_ > mostInterim)
            giveUp(State::NotHttp, "it sends interim replies without end");
        return; // the next head follows
    }
    if (chunked_)
        length_.reset(); // RFC 9112, 6.3: the chunks count
    if (status_ == 101 || status_ == 204 || status_ == 304) {
        chunked_ = false;
        length_.reset();
        state_ = State::Done;
    } else {
        state_ = length_ == 0U ? State::Done : State::Body;
    }
}

// ---- body --------------------------------------------------------------------------------------

std::size_t HttpReply::takeBody(std::string_view bytes, HttpBodySink &sink)
{
    if (chunked_) {
        const auto taken = takeChunks(bytes, sink);
        sink.onWire(bytes.substr(0, taken));
        return taken;
    }
    const auto most = length_ ? *length_ - received_ : bytes.size();
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(most, bytes.size()));
    received_ += taken;
    sink.onWire(bytes.substr(0, taken));
    sink.onContent(bytes.substr(0, taken));
    if (length_ && received_ == *length_)
        state_ = State::Done;
    return taken;
}

std::size_t HttpReply::takeChunks(std::string_view bytes, HttpBodySink &sink)
{
    if (chunk_ == Chunk::Data) {
        const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()));
        sink.onContent(bytes.substr(0, taken));
        received_ += taken;
        left_ -= taken;
        if (left_ == 0)
            chunk_ = Chunk::AfterData;
        return taken;
    }
    bool whole = false;
    const auto taken = takeLine(bytes, mostLine, whole);
    if (whole) {
        endOfChunkLine();
        head_.clear();
    }
    return taken;
}

/// Collects a line in `head_`, without its end.
std::size_t HttpReply::takeLine(std::string_view bytes, std::size_t most, bool &whole)
{
    const auto newline = bytes.find('\n');
    whole = newline != std::string_view::npos;
    const auto taken = whole ? newline + 1 : bytes.size();
    if (head_.size() + taken > most) {
        giveUp(State::TooLong, "a line between its chunks has more than " + std::to_string(most) + " bytes");
        whole = false;
        return taken;
    }
    head_ += bytes.substr(0, whole ? newline : taken);
    return taken;
}

void HttpReply::endOfChunkLine()
{
    std::string_view line = trimmed(head_);
    switch (chunk_) {
    case Chunk::Size: {
        const auto size = number(trimmed(line.substr(0, line.find(';'))), 16);
        if (!size)
            return giveUp(State::NotHttp, "where a chunk should begin there is no size");
        left_ = *size;
        chunk_ = left_ == 0 ? Chunk::Trailer : Chunk::Data;
        return;
    }
    case Chunk::AfterData:
        if (!line.empty())
            return giveUp(State::NotHttp, "a chunk is longer than its size says");
        chunk_ = Chunk::Size;
        return;
    case Chunk::Trailer:
        trailer_ += head_.size();
        if (line.empty())
            state_ = State::Done;
        else if (trailer_ > mostHead)
            giveUp(State::TooLong, "its trailer has more than " + std::to_string(mostHead) + " bytes");
        return;
    case Chunk::Data: return;
    }
}

} // namespace twinhelm::health
