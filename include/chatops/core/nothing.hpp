// Deliberately empty: what CHATOPS_BODY includes when the bodies are compiled once, elsewhere.
#pragma once
