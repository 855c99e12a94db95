"""A canteen's vouchers of one month at any volume: always the same for the same number of lines.

The statistics are those of a small enterprise's year (2 to 8 lines a voucher, 3.2 in the mean, 14 %
of the lines on cash in hand, a long tail of 150 accounts, 0.2 % red vouchers, short Chinese
summaries), in the accounts that a canteen's book has. They stand in one month because a book posts
the first month that is open, and a month is posted by one command."""

import json
import random
from pathlib import Path

MONTH = "2024-01"
DAYS = 31
CASH, BANK, MESS_FEE = "101", "102", "401"
OPENING_FEN = 9_000_000_000_000
BRANCHES = {"110": ("其他应收款", "debit", "asset"), "203": ("应付账款", "credit", "liability")}
LEAVES_OF_BRANCH = 75
VERBS = ["购买", "支付", "收到", "报销", "结转", "退回", "预付", "领用", "调拨", "计提"]
NOUNS = ["蔬菜", "大米", "面粉", "食用油", "猪肉", "鸡蛋", "豆制品", "调料", "液化气", "水费",
         "电费", "办公用品", "差旅费", "运输费", "修理费", "伙食费", "伙食补助", "银行手续费",
         "货款", "押金"]
PERSONS = ["司务长", "王建国", "李秀英", "张伟", "刘洋", "陈静", "杨军", "赵敏", "黄磊", "周杰"]
LINES_OF_HUNDRED = [2] * 48 + [3] * 20 + [4] * 14 + [5] * 8 + [6] * 5 + [7] * 3 + [8] * 2


def leaves():
    return [f"{branch}{number:02}" for branch in BRANCHES
            for number in range(1, LEAVES_OF_BRANCH + 1)]


def accounts_to_add():
    """One record of parameters for bk.account.add each, parents first."""
    for branch, (name, side, account_class) in BRANCHES.items():
        yield {"code": branch, "name": name, "side": side, "account_class": account_class}
        for number in range(1, LEAVES_OF_BRANCH + 1):
            yield {"code": f"{branch}{number:02}", "name": f"第{number}户", "side": side}


def yuan(fen):
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02}"


def write_opening(folder):
    rows = ["account_code,account_name,debit,credit", f"{CASH},,{yuan(OPENING_FEN)},",
            f"{BANK},,{yuan(OPENING_FEN)},", f"{MESS_FEE},,,{yuan(2 * OPENING_FEN)}"]
    (folder / "opening.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def long_tail(rnd):
    """4,096 slots that hold accounts about as often as they are used."""
    codes = [MESS_FEE, *sorted(leaves(), key=lambda _: rnd())]
    weights = [1 / (place + 8) for place in range(len(codes))]
    slots, place, sum_so_far = [], 0, 0.0
    for slot in range(4096):
        while place < len(codes) - 1 and \
                (sum_so_far + weights[place]) / sum(weights) <= (slot + 0.5) / 4096:
            sum_so_far += weights[place]
            place += 1
        slots.append(codes[place])
    return slots


def vouchers(lines, rnd):
    """(day, summary, attachments, [(account, debit, credit)]) of each voucher, in order."""
    tail = long_tail(rnd)
    done = 0
    while done < lines:
        count = min(LINES_OF_HUNDRED[int(rnd() * 100)], lines - done)
        if lines - done - count == 1:
            count += 1
        is_red, is_paid = rnd() < 0.002, rnd() < 0.7
        parts = []
        for _ in range(count - 1):
            fen = 1 + int(10 ** (2.5 + 4.0 * rnd()) * rnd())
            parts.append((tail[int(rnd() * 4096)], -fen if is_red else fen))
        total = sum(fen for _, fen in parts)
        chosen = rnd()
        whole = CASH if chosen < 0.45 else BANK if chosen < 0.70 else tail[int(rnd() * 4096)]
        summary = VERBS[int(rnd() * 10)] + NOUNS[int(rnd() * 20)] + PERSONS[int(rnd() * 10)]
        entries = [(code, fen, 0) if is_paid else (code, 0, fen) for code, fen in parts]
        entries.append((whole, 0, total) if is_paid else (whole, total, 0))
        yield 1 + done * DAYS // lines, summary, 1 + int(rnd() * 5), entries
        done += count


def write(folder, lines):
    """vouchers.csv, opening.csv and totals.json; made anew only when they are not there."""
    folder = Path(folder)
    if (folder / "totals.json").exists():
        return json.loads((folder / "totals.json").read_text())
    folder.mkdir(parents=True, exist_ok=True)
    write_opening(folder)
    count = debit_fen = 0
    with open(folder / "vouchers.csv", "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write("date,word,number,attachments,summary,account_code,debit,credit,dim:flow\n")
        for day, summary, attachments, entries in vouchers(lines, random.Random(20240101).random):
            count += 1
            head = f"{MONTH}-{day:02},记,{count},{attachments},{summary}"
            for code, debit, credit in entries:
                debit_fen += debit
                item = ("" if code != MESS_FEE else "21" if debit else "11")
                file.write(f"{head},{code},{yuan(debit) if debit else ''},"
                           f"{yuan(credit) if credit else ''},{item}\n")
    totals = {"vouchers": count, "lines": lines, "debit": yuan(debit_fen)}
    (folder / "totals.json").write_text(json.dumps(totals))
    return totals
