"""What a message of Slack's looks like to a person, in a terminal."""

import re


def plain(text):
    """Slack's markup as a person reads it."""
    text = re.sub(r"<(?:[@#!][^|>]*|https?:[^|>]*)\|([^>]*)>", r"\1", text)
    text = re.sub(r"<(https?:[^>]*)>", r"\1", text)
    text = re.sub(r"```\n|\n```|```", "", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def block_lines(block):
    kind = block.get("type")
    if kind in ("section", "header"):
        if "text" in block:
            yield plain(block["text"]["text"])
        for field in block.get("fields", []):
            yield "  " + re.sub(r"^\*(.+)\*\n", r"\1: ", plain(field["text"]))
    elif kind == "context":
        yield plain(" · ".join(each.get("text", "") for each in block["elements"]))
    elif kind == "actions":
        yield "  ".join(
            f"[ {each['text']['text']} ]" for each in block["elements"] if "text" in each
        )
    elif kind == "table":
        yield from table_lines(block["rows"])
    elif kind == "divider":
        yield "-" * 20
    elif kind == "rich_text":
        yield plain(rich_text(block))


def rich_text(element):
    if "elements" in element:
        return "".join(rich_text(each) for each in element["elements"])
    return element.get("text", "")


def table_lines(rows):
    cells = [[plain(rich_text(cell)) for cell in row] for row in rows]
    widths = [
        max(len(row[i]) for row in cells if i < len(row)) for i in range(max(map(len, cells)))
    ]
    for row in cells:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip()


def shown(message):
    blocks = message.get("blocks") or []
    for attachment in message.get("attachments", []):
        blocks = blocks + attachment.get("blocks", [])
    lines = [line for block in blocks for line in block_lines(block)]
    return "\n".join(lines) or plain(message.get("text", ""))
