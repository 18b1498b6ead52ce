"""Other ways of typing a question: other words for the same thing, courtesies, a letter left out, a clause left out.

They carry no label of their own: the teachers read them, and the small network learns what the teachers make of them.
"""

import random
import re

WORDS = [
    "单一窗口|单窗|single window",
    "中国信保|信保|sinosure|出口信保公司",
    "统保|小微统保|小微投保|小微|这个保险|统保保单|出口信用保险",
    "美元|美金|刀|usd",
    "法人卡|ukey|u盾|电子口岸卡|ikey|卡",
    "保单|policy|单子",
    "买家|客户|buyer|老外|买方|国外客户|客人",
    "怎么|咋|如何|怎样",
    "什么|啥",
    "能不能|可不可以|能否|可否",
    "我们|我司|咱|我们公司|俺们|我厂",
    "老板|领导|经理|boss",
    "确认|confirm|点确认",
    "登录|登陆|log in|登进去|登",
    "赔|理赔|赔付|赔偿|pay",
    "多少|几多|多大|好多",
    "页面|界面|网页|那页",
    "提交|submit|交上去|递交",
    "企业|公司|firm|厂子|厂|单位",
    "申请|投保|报名|办理|办",
    "费用|钱|费",
    "电话|号码|手机号|联系方式",
    "点|按|点击|戳",
    "the policy|the cover|the insurance|this insurance",
    "buyer|customer|client|importer",
    "we|our firm|our company|i",
    "how do i|how can i|how to|what is the way to",
    "can we|could we|may we|are we able to",
    "sinosure|the insurer|china export credit insurance",
    "do we|must we|do i|does our firm",
]
GROUPS = [group.split("|") for group in WORDS]
BEFORE = (
    "请问|请问一下,|你好,|老师,|那个,|我想问下|问一句,|急!|群里有人知道吗,|在不在?|麻烦问下,|hi,|哎|打扰了,|就是说|我就想知道|弱弱问一句,|"
    "sorry to bother, |hello, |quick one: |老板让我问,|另外|不好意思|各位大佬,|刚看到通知,"
).split("|")
AFTER = "?|谢谢|急|在线等|呢|啊|哈|求解|有人知道吗|麻烦了| thanks|?!|呀|请告知| pls|老板催|。|对不对|是不是".split("|")
MOST_WORDS = 3
LONGEST = 120


def is_chinese(text):
    return re.search("[\u4e00-\u9fff]", text) is not None


def find(word, text):
    """Where a word stands; English ones between word borders."""
    pattern = rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)
    return re.search(pattern, text)


def other_words(text):
    changed = 0
    for group in random.sample(GROUPS, len(GROUPS)):
        for word in group:
            at = find(word, text)
            if at is None or random.random() > 0.6:
                continue
            choices = [w for w in group if w != word and (is_chinese(text) or w.isascii())]
            if choices:
                text = text[: at.start()] + random.choice(choices) + text[at.end() :]
                changed += 1
            break
        if changed == MOST_WORDS:
            break
    return text


def fitting(phrases, text):
    return random.choice([p for p in phrases if is_chinese(text) or p.isascii()])


def vary(text):
    text = other_words(text)
    kind = random.random()
    if kind < 0.25:
        text = fitting(BEFORE, text) + text
    elif kind < 0.45:
        text = text + fitting(AFTER, text)
    if random.random() < 0.35 and len(text) > 6:
        at = random.randrange(len(text))
        text = text[:at] + text[at + 1 :]
    clauses = text.split(",")
    if random.random() < 0.25 and is_chinese(text) and len(clauses) >= 3:
        clauses.pop(random.randrange(len(clauses) - 1))
        text = ",".join(clauses)
    return text


def joined(text, other):
    """The beginning of one message and the end of another: a story before a question that it may or may not belong to."""
    story = re.split(r"(?<=[,.;!?。])", other)[0]
    question = re.split(r"(?<=[,.;!?。])(?=.{6})", text)[-1]
    return f"{story} {question}" if len(story) < len(other) else f"{other}, {question}"


def variants_of(texts):
    """Up to five variants a question, none of which is a question itself. Always the same for the same questions."""
    random.seed(5)
    varied = {vary(text) for text in texts * 4}
    mixed = {joined(text, other) for text, other in zip(texts, random.choices(texts, k=len(texts)))}
    return sorted((varied | {text for text in mixed if len(text) <= LONGEST}) - set(texts))
