"""What the comparator promises: one name in many spellings is one, names that differ in a telling word are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.names.compare import SAME, same_name

ONE = [
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Mao Zedong", "Mao Tse-tung"),
    ("Mao Zedong", "毛泽东"),
    ("Владимир Путин", "Vladimir Putin"),
    ("محمد خاتمي", "Mohammad Khatami"),
    ("Nuri al-Maliki", "Nouri al Maliki"),
    ("Jalaluddin Haqqani", "Jalal al-Din Haqqani"),
    ("Putin, Vladimir", "Vladimir Putin"),
    ("William Perry", "Bill Perry"),
    ("George H. W. Bush", "George Herbert Walker Bush"),
    ("Hezbollah", "Hizballah"),
    ("World Health Organization", "WHO"),
    ("Ministry of Interior", "Ministry of the Interior"),
    ("Basra", "Basrah"),
    ("U.S. Department of Justice", "Department of Justice"),
    ("Chen Duxiu", "Ch'en Tu-hsiu"),
    ("Wen Jiabao", "Wen Chia-pao"),
    ("Roh Moo-hyun", "No Mu-hyon"),
    ("Kim Jong Un", "Kim Jong-eun"),
    ("Leonid Brezhnev", "Leonid Breschnew"),
    ("Nikita Khrushchev", "Nikita Chruschtschow"),
    ("Franjo Tudjman", "Franjo Tuđman"),
    ("Yuri Andropov", "Jurij Andropow"),
    ("Georgios Papadopoulos", "George Papadopoulos"),
    ("Chaim Weizmann", "Haim Weitzman"),
    ("Abdelaziz Bouteflika", "Abd al-Aziz Butaflika"),
    ("Mohammed ElBaradei", "Mohamed al-Baradei"),
    ("Communist Party of China", "Chinese Communist Party"),
    ("United Nations Security Council", "UN Security Council"),
    ("Microsoft Corporation", "Microsoft Corp."),
    ("Wadi ez-Zarqa", "Wadi al-Zarqa"),
    ("Doctors Without Borders", "Médecins Sans Frontières"),
    ("Federal Security Service", "FSB"),
    ("Ahmad Chalabi", "أحمد الجلبي"),
    ("Manmohan Singh", "मनमोहन सिंह"),
    ("Ma Ying-jeou", "Ma Yingjiu"),
    ("Henry Cabot Lodge, Jr.", "Henry Cabot Lodge Jr."),
    ("Jawdat Pasha", "Jaudat Pasha"),
    ("Abol-Fazl Beh-Azin", "Abolfazl Behazin"),
    ("Mt. Hermon", "Mount Hermon"),
    ("Foreign Ministry", "Ministry of Foreign Affairs"),
]
TWO = [
    ("Niger", "Nigeria"),
    ("al Qaeda", "al Qaeda in Iraq"),
    ("Hezbollah", "Hezbollah Brigades"),
    ("Qais Qazali", "Laith Qazali"),
    ("Hafez al-Assad", "Bashar al-Assad"),
    ("Maria Garcia", "Mario Garcia"),
    ("George H. W. Bush", "George W. Bush"),
    ("3rd Infantry Division", "1st Infantry Division"),
    ("European Commission", "European Council"),
    ("T-72", "T-62"),
    ("FBI", "FSB"),
    ("Foreign Ministry", "Ministry of Home Affairs"),
    ("Ben-Zvi", "Ben-Zion"),
    ("Rudolf Hess", "Rudolf Höss"),
    ("Hunan", "Henan"),
    ("Vladimir Putin", "Vladimir Potanin"),
    ("Kim Il Sung", "Kim Jong Il"),
    ("Zhou Enlai", "Zhou Qiang"),
    ("Niger Army", "Nigerian Army"),
    ("Communist Party of China", "Communist Party of India"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Henry Cabot Lodge Sr.", "Henry Cabot Lodge Jr."),
    ("Faisal bin Turki", "Turki bin Faisal"),
    ("Alexander Petrov", "Alexandra Petrova"),
    ("Mohammed Ali", "Mohammed Alawi"),
    ("Mohammed Hussein", "Mohammed Hassan"),
    ("XXI Corps", "XXII Corps"),
    ("Junichiro Koizumi", "小泉進次郎"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_name_in_two_spellings(left: str, right: str) -> None:
    assert same_name(left, right) >= SAME


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_names(left: str, right: str) -> None:
    assert same_name(left, right) < SAME


NAMES = st.text(alphabet="abckqszAHM .-'éВлади", max_size=20)


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(left: str, right: str) -> None:
    score = same_name(left, right)
    assert 0.0 <= score <= 1.0
    assert same_name(right, left) == pytest.approx(score)


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert same_name(name, name) == 1.0
