#pragma once

#include <string_view>

/// The stable codes of configuration diagnostics. validate/catalogue.h explains each.
/// K00xx how it is written, K01xx single values, K02xx how values fit together,
/// K03xx what this version of twinhelmd does not do, K04xx and K05xx what several nodes amount to (cluster/rules).
namespace twinhelm::config::codes
{

using Code = std::string_view;

inline constexpr Code strayBrace = "K0001";
inline constexpr Code missingBrace = "K0002";
inline constexpr Code unmatchedQuote = "K0003";
inline constexpr Code lineTooLong = "K0004";
inline constexpr Code nulByte = "K0005";
inline constexpr Code unknownKeyword = "K0006";
inline constexpr Code openBraceMissing = "K0007";
inline constexpr Code unexpectedBrace = "K0008";
inline constexpr Code fullWidthCharacter = "K0009";
inline constexpr Code includeNothing = "K0010";
inline constexpr Code includeNotFollowed = "K0011";
inline constexpr Code includeCycle = "K0012";
inline constexpr Code badRepetition = "K0013";
inline constexpr Code tooMuch = "K0014";
inline constexpr Code blockNameMissing = "K0015";
inline constexpr Code oldSpelling = "K0016";
inline constexpr Code backslashAtEnd = "K0017";
inline constexpr Code emptyBlock = "K0018";
inline constexpr Code withoutEffect = "K0019";
inline constexpr Code extraWords = "K0020";
inline constexpr Code missingPart = "K0021";
inline constexpr Code repeated = "K0022";
inline constexpr Code severalConditions = "K0023";

inline constexpr Code notANumber = "K0101";
inline constexpr Code outOfRange = "K0102";
inline constexpr Code missingValue = "K0103";
inline constexpr Code notABool = "K0104";
inline constexpr Code notAnAddress = "K0105";
inline constexpr Code interfaceNameTooLong = "K0106";
inline constexpr Code unknownChoice = "K0107";
inline constexpr Code badEntry = "K0108";
inline constexpr Code clamped = "K0109";
inline constexpr Code commandArguments = "K0110";
inline constexpr Code tooPrecise = "K0111";
inline constexpr Code textTooLong = "K0112";
inline constexpr Code notHex = "K0113";
inline constexpr Code tooNew = "K0114";

inline constexpr Code notActedOn = "K0301";
inline constexpr Code instanceRefused = "K0302";

} // namespace twinhelm::config::codes
