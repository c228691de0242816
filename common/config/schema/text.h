#pragma once

/// Marks a text people see for translation. common/ has no tr(), so lupdate is told to read this like
/// QT_TRANSLATE_NOOP (translations/CMakeLists.txt), and the desk calls translate("schema", text.data()): every text
/// of the schema is a literal, and so ends in a zero byte.
#define TH_HELP(context, text) text
