import json
import math

CITIES = {}

CITIES["c0000"] = {
    "lat": -90,
    "lon": -180,
    "people": 0,
}

CITIES["c0001"] = {
    "lat": -53,
    "lon": -89,
    "people": 7919,
}

CITIES["c0002"] = {
    "lat": -16,
    "lon": 2,
    "people": 15838,
}

CITIES["c0003"] = {
    "lat": 21,
    "lon": 93,
    "people": 23757,
}

CITIES["c0004"] = {
    "lat": 58,
    "lon": -176,
    "people": 31676,
}

CITIES["c0005"] = {
    "lat": -85,
    "lon": -85,
    "people": 39595,
}

CITIES["c0006"] = {
    "lat": -48,
    "lon": 6,
    "people": 47514,
}

CITIES["c0007"] = {
    "lat": -11,
    "lon": 97,
    "people": 55433,
}

CITIES["c0008"] = {
    "lat": 26,
    "lon": -172,
    "people": 63352,
}

CITIES["c0009"] = {
    "lat": 63,
    "lon": -81,
    "people": 71271,
}

CITIES["c0010"] = {
    "lat": -80,
    "lon": 10,
    "people": 79190,
}

CITIES["c0011"] = {
    "lat": -43,
    "lon": 101,
    "people": 87109,
}

CITIES["c0012"] = {
    "lat": -6,
    "lon": -168,
    "people": 95028,
}

CITIES["c0013"] = {
    "lat": 31,
    "lon": -77,
    "people": 2947,
}

CITIES["c0014"] = {
    "lat": 68,
    "lon": 14,
    "people": 10866,
}

CITIES["c0015"] = {
    "lat": -75,
    "lon": 105,
    "people": 18785,
}

CITIES["c0016"] = {
    "lat": -38,
    "lon": -164,
    "people": 26704,
}

CITIES["c0017"] = {
    "lat": -1,
    "lon": -73,
    "people": 34623,
}

CITIES["c0018"] = {
    "lat": 36,
    "lon": 18,
    "people": 42542,
}

CITIES["c0019"] = {
    "lat": 73,
    "lon": 109,
    "people": 50461,
}

CITIES["c0020"] = {
    "lat": -70,
    "lon": -160,
    "people": 58380,
}

CITIES["c0021"] = {
    "lat": -33,
    "lon": -69,
    "people": 66299,
}

CITIES["c0022"] = {
    "lat": 4,
    "lon": 22,
    "people": 74218,
}

CITIES["c0023"] = {
    "lat": 41,
    "lon": 113,
    "people": 82137,
}

CITIES["c0024"] = {
    "lat": 78,
    "lon": -156,
    "people": 90056,
}

CITIES["c0025"] = {
    "lat": -65,
    "lon": -65,
    "people": 97975,
}

CITIES["c0026"] = {
    "lat": -28,
    "lon": 26,
    "people": 5894,
}

CITIES["c0027"] = {
    "lat": 9,
    "lon": 117,
    "people": 13813,
}

CITIES["c0028"] = {
    "lat": 46,
    "lon": -152,
    "people": 21732,
}

CITIES["c0029"] = {
    "lat": 83,
    "lon": -61,
    "people": 29651,
}

CITIES["c0030"] = {
    "lat": -60,
    "lon": 30,
    "people": 37570,
}

CITIES["c0031"] = {
    "lat": -23,
    "lon": 121,
    "people": 45489,
}

CITIES["c0032"] = {
    "lat": 14,
    "lon": -148,
    "people": 53408,
}

CITIES["c0033"] = {
    "lat": 51,
    "lon": -57,
    "people": 61327,
}

CITIES["c0034"] = {
    "lat": 88,
    "lon": 34,
    "people": 69246,
}

CITIES["c0035"] = {
    "lat": -55,
    "lon": 125,
    "people": 77165,
}

CITIES["c0036"] = {
    "lat": -18,
    "lon": -144,
    "people": 85084,
}

CITIES["c0037"] = {
    "lat": 19,
    "lon": -53,
    "people": 93003,
}

CITIES["c0038"] = {
    "lat": 56,
    "lon": 38,
    "people": 922,
}

CITIES["c0039"] = {
    "lat": -87,
    "lon": 129,
    "people": 8841,
}

CITIES["c0040"] = {
    "lat": -50,
    "lon": -140,
    "people": 16760,
}

CITIES["c0041"] = {
    "lat": -13,
    "lon": -49,
    "people": 24679,
}

CITIES["c0042"] = {
    "lat": 24,
    "lon": 42,
    "people": 32598,
}

CITIES["c0043"] = {
    "lat": 61,
    "lon": 133,
    "people": 40517,
}

CITIES["c0044"] = {
    "lat": -82,
    "lon": -136,
    "people": 48436,
}

CITIES["c0045"] = {
    "lat": -45,
    "lon": -45,
    "people": 56355,
}

CITIES["c0046"] = {
    "lat": -8,
    "lon": 46,
    "people": 64274,
}

CITIES["c0047"] = {
    "lat": 29,
    "lon": 137,
    "people": 72193,
}

CITIES["c0048"] = {
    "lat": 66,
    "lon": -132,
    "people": 80112,
}

CITIES["c0049"] = {
    "lat": -77,
    "lon": -41,
    "people": 88031,
}

CITIES["c0050"] = {
    "lat": -40,
    "lon": 50,
    "people": 95950,
}

CITIES["c0051"] = {
    "lat": -3,
    "lon": 141,
    "people": 3869,
}

CITIES["c0052"] = {
    "lat": 34,
    "lon": -128,
    "people": 11788,
}

CITIES["c0053"] = {
    "lat": 71,
    "lon": -37,
    "people": 19707,
}

CITIES["c0054"] = {
    "lat": -72,
    "lon": 54,
    "people": 27626,
}

CITIES["c0055"] = {
    "lat": -35,
    "lon": 145,
    "people": 35545,
}

CITIES["c0056"] = {
    "lat": 2,
    "lon": -124,
    "people": 43464,
}

CITIES["c0057"] = {
    "lat": 39,
    "lon": -33,
    "people": 51383,
}

CITIES["c0058"] = {
    "lat": 76,
    "lon": 58,
    "people": 59302,
}

CITIES["c0059"] = {
    "lat": -67,
    "lon": 149,
    "people": 67221,
}

CITIES["c0060"] = {
    "lat": -30,
    "lon": -120,
    "people": 75140,
}

CITIES["c0061"] = {
    "lat": 7,
    "lon": -29,
    "people": 83059,
}

CITIES["c0062"] = {
    "lat": 44,
    "lon": 62,
    "people": 90978,
}

CITIES["c0063"] = {
    "lat": 81,
    "lon": 153,
    "people": 98897,
}

CITIES["c0064"] = {
    "lat": -62,
    "lon": -116,
    "people": 6816,
}

CITIES["c0065"] = {
    "lat": -25,
    "lon": -25,
    "people": 14735,
}

CITIES["c0066"] = {
    "lat": 12,
    "lon": 66,
    "people": 22654,
}

CITIES["c0067"] = {
    "lat": 49,
    "lon": 157,
    "people": 30573,
}

CITIES["c0068"] = {
    "lat": 86,
    "lon": -112,
    "people": 38492,
}

CITIES["c0069"] = {
    "lat": -57,
    "lon": -21,
    "people": 46411,
}

CITIES["c0070"] = {
    "lat": -20,
    "lon": 70,
    "people": 54330,
}

CITIES["c0071"] = {
    "lat": 17,
    "lon": 161,
    "people": 62249,
}

CITIES["c0072"] = {
    "lat": 54,
    "lon": -108,
    "people": 70168,
}

CITIES["c0073"] = {
    "lat": -89,
    "lon": -17,
    "people": 78087,
}

CITIES["c0074"] = {
    "lat": -52,
    "lon": 74,
    "people": 86006,
}

CITIES["c0075"] = {
    "lat": -15,
    "lon": 165,
    "people": 93925,
}

CITIES["c0076"] = {
    "lat": 22,
    "lon": -104,
    "people": 1844,
}

CITIES["c0077"] = {
    "lat": 59,
    "lon": -13,
    "people": 9763,
}

CITIES["c0078"] = {
    "lat": -84,
    "lon": 78,
    "people": 17682,
}

CITIES["c0079"] = {
    "lat": -47,
    "lon": 169,
    "people": 25601,
}

CITIES["c0080"] = {
    "lat": -10,
    "lon": -100,
    "people": 33520,
}

CITIES["c0081"] = {
    "lat": 27,
    "lon": -9,
    "people": 41439,
}

CITIES["c0082"] = {
    "lat": 64,
    "lon": 82,
    "people": 49358,
}

CITIES["c0083"] = {
    "lat": -79,
    "lon": 173,
    "people": 57277,
}

CITIES["c0084"] = {
    "lat": -42,
    "lon": -96,
    "people": 65196,
}

CITIES["c0085"] = {
    "lat": -5,
    "lon": -5,
    "people": 73115,
}

CITIES["c0086"] = {
    "lat": 32,
    "lon": 86,
    "people": 81034,
}

CITIES["c0087"] = {
    "lat": 69,
    "lon": 177,
    "people": 88953,
}

CITIES["c0088"] = {
    "lat": -74,
    "lon": -92,
    "people": 96872,
}

CITIES["c0089"] = {
    "lat": -37,
    "lon": -1,
    "people": 4791,
}

CITIES["c0090"] = {
    "lat": 0,
    "lon": 90,
    "people": 12710,
}

CITIES["c0091"] = {
    "lat": 37,
    "lon": -179,
    "people": 20629,
}

CITIES["c0092"] = {
    "lat": 74,
    "lon": -88,
    "people": 28548,
}

CITIES["c0093"] = {
    "lat": -69,
    "lon": 3,
    "people": 36467,
}

CITIES["c0094"] = {
    "lat": -32,
    "lon": 94,
    "people": 44386,
}

CITIES["c0095"] = {
    "lat": 5,
    "lon": -175,
    "people": 52305,
}

CITIES["c0096"] = {
    "lat": 42,
    "lon": -84,
    "people": 60224,
}

CITIES["c0097"] = {
    "lat": 79,
    "lon": 7,
    "people": 68143,
}

CITIES["c0098"] = {
    "lat": -64,
    "lon": 98,
    "people": 76062,
}

CITIES["c0099"] = {
    "lat": -27,
    "lon": -171,
    "people": 83981,
}

CITIES["c0100"] = {
    "lat": 10,
    "lon": -80,
    "people": 91900,
}

CITIES["c0101"] = {
    "lat": 47,
    "lon": 11,
    "people": 99819,
}

CITIES["c0102"] = {
    "lat": 84,
    "lon": 102,
    "people": 7738,
}

CITIES["c0103"] = {
    "lat": -59,
    "lon": -167,
    "people": 15657,
}

CITIES["c0104"] = {
    "lat": -22,
    "lon": -76,
    "people": 23576,
}

CITIES["c0105"] = {
    "lat": 15,
    "lon": 15,
    "people": 31495,
}

CITIES["c0106"] = {
    "lat": 52,
    "lon": 106,
    "people": 39414,
}

CITIES["c0107"] = {
    "lat": 89,
    "lon": -163,
    "people": 47333,
}

CITIES["c0108"] = {
    "lat": -54,
    "lon": -72,
    "people": 55252,
}

CITIES["c0109"] = {
    "lat": -17,
    "lon": 19,
    "people": 63171,
}

CITIES["c0110"] = {
    "lat": 20,
    "lon": 110,
    "people": 71090,
}

CITIES["c0111"] = {
    "lat": 57,
    "lon": -159,
    "people": 79009,
}

CITIES["c0112"] = {
    "lat": -86,
    "lon": -68,
    "people": 86928,
}

CITIES["c0113"] = {
    "lat": -49,
    "lon": 23,
    "people": 94847,
}

CITIES["c0114"] = {
    "lat": -12,
    "lon": 114,
    "people": 2766,
}

CITIES["c0115"] = {
    "lat": 25,
    "lon": -155,
    "people": 10685,
}

CITIES["c0116"] = {
    "lat": 62,
    "lon": -64,
    "people": 18604,
}

CITIES["c0117"] = {
    "lat": -81,
    "lon": 27,
    "people": 26523,
}

CITIES["c0118"] = {
    "lat": -44,
    "lon": 118,
    "people": 34442,
}

CITIES["c0119"] = {
    "lat": -7,
    "lon": -151,
    "people": 42361,
}

CITIES["c0120"] = {
    "lat": 30,
    "lon": -60,
    "people": 50280,
}

CITIES["c0121"] = {
    "lat": 67,
    "lon": 31,
    "people": 58199,
}

CITIES["c0122"] = {
    "lat": -76,
    "lon": 122,
    "people": 66118,
}

CITIES["c0123"] = {
    "lat": -39,
    "lon": -147,
    "people": 74037,
}

CITIES["c0124"] = {
    "lat": -2,
    "lon": -56,
    "people": 81956,
}

CITIES["c0125"] = {
    "lat": 35,
    "lon": 35,
    "people": 89875,
}

CITIES["c0126"] = {
    "lat": 72,
    "lon": 126,
    "people": 97794,
}

CITIES["c0127"] = {
    "lat": -71,
    "lon": -143,
    "people": 5713,
}

CITIES["c0128"] = {
    "lat": -34,
    "lon": -52,
    "people": 13632,
}

CITIES["c0129"] = {
    "lat": 3,
    "lon": 39,
    "people": 21551,
}

CITIES["c0130"] = {
    "lat": 40,
    "lon": 130,
    "people": 29470,
}

CITIES["c0131"] = {
    "lat": 77,
    "lon": -139,
    "people": 37389,
}

CITIES["c0132"] = {
    "lat": -66,
    "lon": -48,
    "people": 45308,
}

CITIES["c0133"] = {
    "lat": -29,
    "lon": 43,
    "people": 53227,
}

CITIES["c0134"] = {
    "lat": 8,
    "lon": 134,
    "people": 61146,
}

CITIES["c0135"] = {
    "lat": 45,
    "lon": -135,
    "people": 69065,
}

CITIES["c0136"] = {
    "lat": 82,
    "lon": -44,
    "people": 76984,
}

CITIES["c0137"] = {
    "lat": -61,
    "lon": 47,
    "people": 84903,
}

CITIES["c0138"] = {
    "lat": -24,
    "lon": 138,
    "people": 92822,
}

CITIES["c0139"] = {
    "lat": 13,
    "lon": -131,
    "people": 741,
}

CITIES["c0140"] = {
    "lat": 50,
    "lon": -40,
    "people": 8660,
}

CITIES["c0141"] = {
    "lat": 87,
    "lon": 51,
    "people": 16579,
}

CITIES["c0142"] = {
    "lat": -56,
    "lon": 142,
    "people": 24498,
}

CITIES["c0143"] = {
    "lat": -19,
    "lon": -127,
    "people": 32417,
}

CITIES["c0144"] = {
    "lat": 18,
    "lon": -36,
    "people": 40336,
}

CITIES["c0145"] = {
    "lat": 55,
    "lon": 55,
    "people": 48255,
}

CITIES["c0146"] = {
    "lat": -88,
    "lon": 146,
    "people": 56174,
}

CITIES["c0147"] = {
    "lat": -51,
    "lon": -123,
    "people": 64093,
}

CITIES["c0148"] = {
    "lat": -14,
    "lon": -32,
    "people": 72012,
}

CITIES["c0149"] = {
    "lat": 23,
    "lon": 59,
    "people": 79931,
}

CITIES["c0150"] = {
    "lat": 60,
    "lon": 150,
    "people": 87850,
}

CITIES["c0151"] = {
    "lat": -83,
    "lon": -119,
    "people": 95769,
}

CITIES["c0152"] = {
    "lat": -46,
    "lon": -28,
    "people": 3688,
}

CITIES["c0153"] = {
    "lat": -9,
    "lon": 63,
    "people": 11607,
}

CITIES["c0154"] = {
    "lat": 28,
    "lon": 154,
    "people": 19526,
}

CITIES["c0155"] = {
    "lat": 65,
    "lon": -115,
    "people": 27445,
}

CITIES["c0156"] = {
    "lat": -78,
    "lon": -24,
    "people": 35364,
}

CITIES["c0157"] = {
    "lat": -41,
    "lon": 67,
    "people": 43283,
}

CITIES["c0158"] = {
    "lat": -4,
    "lon": 158,
    "people": 51202,
}

CITIES["c0159"] = {
    "lat": 33,
    "lon": -111,
    "people": 59121,
}

CITIES["c0160"] = {
    "lat": 70,
    "lon": -20,
    "people": 67040,
}

CITIES["c0161"] = {
    "lat": -73,
    "lon": 71,
    "people": 74959,
}

CITIES["c0162"] = {
    "lat": -36,
    "lon": 162,
    "people": 82878,
}

CITIES["c0163"] = {
    "lat": 1,
    "lon": -107,
    "people": 90797,
}

CITIES["c0164"] = {
    "lat": 38,
    "lon": -16,
    "people": 98716,
}

CITIES["c0165"] = {
    "lat": 75,
    "lon": 75,
    "people": 6635,
}

CITIES["c0166"] = {
    "lat": -68,
    "lon": 166,
    "people": 14554,
}

CITIES["c0167"] = {
    "lat": -31,
    "lon": -103,
    "people": 22473,
}

CITIES["c0168"] = {
    "lat": 6,
    "lon": -12,
    "people": 30392,
}

CITIES["c0169"] = {
    "lat": 43,
    "lon": 79,
    "people": 38311,
}

CITIES["c0170"] = {
    "lat": 80,
    "lon": 170,
    "people": 46230,
}

CITIES["c0171"] = {
    "lat": -63,
    "lon": -99,
    "people": 54149,
}

CITIES["c0172"] = {
    "lat": -26,
    "lon": -8,
    "people": 62068,
}

CITIES["c0173"] = {
    "lat": 11,
    "lon": 83,
    "people": 69987,
}

CITIES["c0174"] = {
    "lat": 48,
    "lon": 174,
    "people": 77906,
}

CITIES["c0175"] = {
    "lat": 85,
    "lon": -95,
    "people": 85825,
}

CITIES["c0176"] = {
    "lat": -58,
    "lon": -4,
    "people": 93744,
}

CITIES["c0177"] = {
    "lat": -21,
    "lon": 87,
    "people": 1663,
}

CITIES["c0178"] = {
    "lat": 16,
    "lon": 178,
    "people": 9582,
}

CITIES["c0179"] = {
    "lat": 53,
    "lon": -91,
    "people": 17501,
}

CITIES["c0180"] = {
    "lat": -90,
    "lon": 0,
    "people": 25420,
}

CITIES["c0181"] = {
    "lat": -53,
    "lon": 91,
    "people": 33339,
}

CITIES["c0182"] = {
    "lat": -16,
    "lon": -178,
    "people": 41258,
}

CITIES["c0183"] = {
    "lat": 21,
    "lon": -87,
    "people": 49177,
}

CITIES["c0184"] = {
    "lat": 58,
    "lon": 4,
    "people": 57096,
}

CITIES["c0185"] = {
    "lat": -85,
    "lon": 95,
    "people": 65015,
}

CITIES["c0186"] = {
    "lat": -48,
    "lon": -174,
    "people": 72934,
}

CITIES["c0187"] = {
    "lat": -11,
    "lon": -83,
    "people": 80853,
}

CITIES["c0188"] = {
    "lat": 26,
    "lon": 8,
    "people": 88772,
}

CITIES["c0189"] = {
    "lat": 63,
    "lon": 99,
    "people": 96691,
}

CITIES["c0190"] = {
    "lat": -80,
    "lon": -170,
    "people": 4610,
}

CITIES["c0191"] = {
    "lat": -43,
    "lon": -79,
    "people": 12529,
}

CITIES["c0192"] = {
    "lat": -6,
    "lon": 12,
    "people": 20448,
}

CITIES["c0193"] = {
    "lat": 31,
    "lon": 103,
    "people": 28367,
}

CITIES["c0194"] = {
    "lat": 68,
    "lon": -166,
    "people": 36286,
}

CITIES["c0195"] = {
    "lat": -75,
    "lon": -75,
    "people": 44205,
}

CITIES["c0196"] = {
    "lat": -38,
    "lon": 16,
    "people": 52124,
}

CITIES["c0197"] = {
    "lat": -1,
    "lon": 107,
    "people": 60043,
}

CITIES["c0198"] = {
    "lat": 36,
    "lon": -162,
    "people": 67962,
}

CITIES["c0199"] = {
    "lat": 73,
    "lon": -71,
    "people": 75881,
}

CITIES["c0200"] = {
    "lat": -70,
    "lon": 20,
    "people": 83800,
}

CITIES["c0201"] = {
    "lat": -33,
    "lon": 111,
    "people": 91719,
}

CITIES["c0202"] = {
    "lat": 4,
    "lon": -158,
    "people": 99638,
}

CITIES["c0203"] = {
    "lat": 41,
    "lon": -67,
    "people": 7557,
}

CITIES["c0204"] = {
    "lat": 78,
    "lon": 24,
    "people": 15476,
}

CITIES["c0205"] = {
    "lat": -65,
    "lon": 115,
    "people": 23395,
}

CITIES["c0206"] = {
    "lat": -28,
    "lon": -154,
    "people": 31314,
}

CITIES["c0207"] = {
    "lat": 9,
    "lon": -63,
    "people": 39233,
}

CITIES["c0208"] = {
    "lat": 46,
    "lon": 28,
    "people": 47152,
}

CITIES["c0209"] = {
    "lat": 83,
    "lon": 119,
    "people": 55071,
}

CITIES["c0210"] = {
    "lat": -60,
    "lon": -150,
    "people": 62990,
}

CITIES["c0211"] = {
    "lat": -23,
    "lon": -59,
    "people": 70909,
}

CITIES["c0212"] = {
    "lat": 14,
    "lon": 32,
    "people": 78828,
}

CITIES["c0213"] = {
    "lat": 51,
    "lon": 123,
    "people": 86747,
}

CITIES["c0214"] = {
    "lat": 88,
    "lon": -146,
    "people": 94666,
}

CITIES["c0215"] = {
    "lat": -55,
    "lon": -55,
    "people": 2585,
}

CITIES["c0216"] = {
    "lat": -18,
    "lon": 36,
    "people": 10504,
}

CITIES["c0217"] = {
    "lat": 19,
    "lon": 127,
    "people": 18423,
}

CITIES["c0218"] = {
    "lat": 56,
    "lon": -142,
    "people": 26342,
}

CITIES["c0219"] = {
    "lat": -87,
    "lon": -51,
    "people": 34261,
}

CITIES["c0220"] = {
    "lat": -50,
    "lon": 40,
    "people": 42180,
}

CITIES["c0221"] = {
    "lat": -13,
    "lon": 131,
    "people": 50099,
}

CITIES["c0222"] = {
    "lat": 24,
    "lon": -138,
    "people": 58018,
}

CITIES["c0223"] = {
    "lat": 61,
    "lon": -47,
    "people": 65937,
}

CITIES["c0224"] = {
    "lat": -82,
    "lon": 44,
    "people": 73856,
}

CITIES["c0225"] = {
    "lat": -45,
    "lon": 135,
    "people": 81775,
}

CITIES["c0226"] = {
    "lat": -8,
    "lon": -134,
    "people": 89694,
}

CITIES["c0227"] = {
    "lat": 29,
    "lon": -43,
    "people": 97613,
}

CITIES["c0228"] = {
    "lat": 66,
    "lon": 48,
    "people": 5532,
}

CITIES["c0229"] = {
    "lat": -77,
    "lon": 139,
    "people": 13451,
}

CITIES["c0230"] = {
    "lat": -40,
    "lon": -130,
    "people": 21370,
}

CITIES["c0231"] = {
    "lat": -3,
    "lon": -39,
    "people": 29289,
}

CITIES["c0232"] = {
    "lat": 34,
    "lon": 52,
    "people": 37208,
}

CITIES["c0233"] = {
    "lat": 71,
    "lon": 143,
    "people": 45127,
}

CITIES["c0234"] = {
    "lat": -72,
    "lon": -126,
    "people": 53046,
}

CITIES["c0235"] = {
    "lat": -35,
    "lon": -35,
    "people": 60965,
}

CITIES["c0236"] = {
    "lat": 2,
    "lon": 56,
    "people": 68884,
}

CITIES["c0237"] = {
    "lat": 39,
    "lon": 147,
    "people": 76803,
}

CITIES["c0238"] = {
    "lat": 76,
    "lon": -122,
    "people": 84722,
}

CITIES["c0239"] = {
    "lat": -67,
    "lon": -31,
    "people": 92641,
}

CITIES["c0240"] = {
    "lat": -30,
    "lon": 60,
    "people": 560,
}

CITIES["c0241"] = {
    "lat": 7,
    "lon": 151,
    "people": 8479,
}

CITIES["c0242"] = {
    "lat": 44,
    "lon": -118,
    "people": 16398,
}

CITIES["c0243"] = {
    "lat": 81,
    "lon": -27,
    "people": 24317,
}

CITIES["c0244"] = {
    "lat": -62,
    "lon": 64,
    "people": 32236,
}

CITIES["c0245"] = {
    "lat": -25,
    "lon": 155,
    "people": 40155,
}

CITIES["c0246"] = {
    "lat": 12,
    "lon": -114,
    "people": 48074,
}

CITIES["c0247"] = {
    "lat": 49,
    "lon": -23,
    "people": 55993,
}

CITIES["c0248"] = {
    "lat": 86,
    "lon": 68,
    "people": 63912,
}

CITIES["c0249"] = {
    "lat": -57,
    "lon": 159,
    "people": 71831,
}

CITIES["c0250"] = {
    "lat": -20,
    "lon": -110,
    "people": 79750,
}

CITIES["c0251"] = {
    "lat": 17,
    "lon": -19,
    "people": 87669,
}

CITIES["c0252"] = {
    "lat": 54,
    "lon": 72,
    "people": 95588,
}

CITIES["c0253"] = {
    "lat": -89,
    "lon": 163,
    "people": 3507,
}

CITIES["c0254"] = {
    "lat": -52,
    "lon": -106,
    "people": 11426,
}

CITIES["c0255"] = {
    "lat": -15,
    "lon": -15,
    "people": 19345,
}

CITIES["c0256"] = {
    "lat": 22,
    "lon": 76,
    "people": 27264,
}

CITIES["c0257"] = {
    "lat": 59,
    "lon": 167,
    "people": 35183,
}

CITIES["c0258"] = {
    "lat": -84,
    "lon": -102,
    "people": 43102,
}

CITIES["c0259"] = {
    "lat": -47,
    "lon": -11,
    "people": 51021,
}

CITIES["c0260"] = {
    "lat": -10,
    "lon": 80,
    "people": 58940,
}

CITIES["c0261"] = {
    "lat": 27,
    "lon": 171,
    "people": 66859,
}

CITIES["c0262"] = {
    "lat": 64,
    "lon": -98,
    "people": 74778,
}

CITIES["c0263"] = {
    "lat": -79,
    "lon": -7,
    "people": 82697,
}

CITIES["c0264"] = {
    "lat": -42,
    "lon": 84,
    "people": 90616,
}

CITIES["c0265"] = {
    "lat": -5,
    "lon": 175,
    "people": 98535,
}

CITIES["c0266"] = {
    "lat": 32,
    "lon": -94,
    "people": 6454,
}

CITIES["c0267"] = {
    "lat": 69,
    "lon": -3,
    "people": 14373,
}

CITIES["c0268"] = {
    "lat": -74,
    "lon": 88,
    "people": 22292,
}

CITIES["c0269"] = {
    "lat": -37,
    "lon": 179,
    "people": 30211,
}

CITIES["c0270"] = {
    "lat": 0,
    "lon": -90,
    "people": 38130,
}

CITIES["c0271"] = {
    "lat": 37,
    "lon": 1,
    "people": 46049,
}

CITIES["c0272"] = {
    "lat": 74,
    "lon": 92,
    "people": 53968,
}

CITIES["c0273"] = {
    "lat": -69,
    "lon": -177,
    "people": 61887,
}

CITIES["c0274"] = {
    "lat": -32,
    "lon": -86,
    "people": 69806,
}

CITIES["c0275"] = {
    "lat": 5,
    "lon": 5,
    "people": 77725,
}

CITIES["c0276"] = {
    "lat": 42,
    "lon": 96,
    "people": 85644,
}

CITIES["c0277"] = {
    "lat": 79,
    "lon": -173,
    "people": 93563,
}

CITIES["c0278"] = {
    "lat": -64,
    "lon": -82,
    "people": 1482,
}

CITIES["c0279"] = {
    "lat": -27,
    "lon": 9,
    "people": 9401,
}

CITIES["c0280"] = {
    "lat": 10,
    "lon": 100,
    "people": 17320,
}

CITIES["c0281"] = {
    "lat": 47,
    "lon": -169,
    "people": 25239,
}

CITIES["c0282"] = {
    "lat": 84,
    "lon": -78,
    "people": 33158,
}

CITIES["c0283"] = {
    "lat": -59,
    "lon": 13,
    "people": 41077,
}

CITIES["c0284"] = {
    "lat": -22,
    "lon": 104,
    "people": 48996,
}

CITIES["c0285"] = {
    "lat": 15,
    "lon": -165,
    "people": 56915,
}

CITIES["c0286"] = {
    "lat": 52,
    "lon": -74,
    "people": 64834,
}

CITIES["c0287"] = {
    "lat": 89,
    "lon": 17,
    "people": 72753,
}

CITIES["c0288"] = {
    "lat": -54,
    "lon": 108,
    "people": 80672,
}

CITIES["c0289"] = {
    "lat": -17,
    "lon": -161,
    "people": 88591,
}

CITIES["c0290"] = {
    "lat": 20,
    "lon": -70,
    "people": 96510,
}

CITIES["c0291"] = {
    "lat": 57,
    "lon": 21,
    "people": 4429,
}

CITIES["c0292"] = {
    "lat": -86,
    "lon": 112,
    "people": 12348,
}

CITIES["c0293"] = {
    "lat": -49,
    "lon": -157,
    "people": 20267,
}

CITIES["c0294"] = {
    "lat": -12,
    "lon": -66,
    "people": 28186,
}

CITIES["c0295"] = {
    "lat": 25,
    "lon": 25,
    "people": 36105,
}

CITIES["c0296"] = {
    "lat": 62,
    "lon": 116,
    "people": 44024,
}

CITIES["c0297"] = {
    "lat": -81,
    "lon": -153,
    "people": 51943,
}

CITIES["c0298"] = {
    "lat": -44,
    "lon": -62,
    "people": 59862,
}

CITIES["c0299"] = {
    "lat": -7,
    "lon": 29,
    "people": 67781,
}

CITIES["c0300"] = {
    "lat": 30,
    "lon": 120,
    "people": 75700,
}

CITIES["c0301"] = {
    "lat": 67,
    "lon": -149,
    "people": 83619,
}

CITIES["c0302"] = {
    "lat": -76,
    "lon": -58,
    "people": 91538,
}

CITIES["c0303"] = {
    "lat": -39,
    "lon": 33,
    "people": 99457,
}

CITIES["c0304"] = {
    "lat": -2,
    "lon": 124,
    "people": 7376,
}

CITIES["c0305"] = {
    "lat": 35,
    "lon": -145,
    "people": 15295,
}

CITIES["c0306"] = {
    "lat": 72,
    "lon": -54,
    "people": 23214,
}

CITIES["c0307"] = {
    "lat": -71,
    "lon": 37,
    "people": 31133,
}

CITIES["c0308"] = {
    "lat": -34,
    "lon": 128,
    "people": 39052,
}

CITIES["c0309"] = {
    "lat": 3,
    "lon": -141,
    "people": 46971,
}

CITIES["c0310"] = {
    "lat": 40,
    "lon": -50,
    "people": 54890,
}

CITIES["c0311"] = {
    "lat": 77,
    "lon": 41,
    "people": 62809,
}

CITIES["c0312"] = {
    "lat": -66,
    "lon": 132,
    "people": 70728,
}

CITIES["c0313"] = {
    "lat": -29,
    "lon": -137,
    "people": 78647,
}

CITIES["c0314"] = {
    "lat": 8,
    "lon": -46,
    "people": 86566,
}

CITIES["c0315"] = {
    "lat": 45,
    "lon": 45,
    "people": 94485,
}

CITIES["c0316"] = {
    "lat": 82,
    "lon": 136,
    "people": 2404,
}

CITIES["c0317"] = {
    "lat": -61,
    "lon": -133,
    "people": 10323,
}

CITIES["c0318"] = {
    "lat": -24,
    "lon": -42,
    "people": 18242,
}

CITIES["c0319"] = {
    "lat": 13,
    "lon": 49,
    "people": 26161,
}

CITIES["c0320"] = {
    "lat": 50,
    "lon": 140,
    "people": 34080,
}

CITIES["c0321"] = {
    "lat": 87,
    "lon": -129,
    "people": 41999,
}

CITIES["c0322"] = {
    "lat": -56,
    "lon": -38,
    "people": 49918,
}

CITIES["c0323"] = {
    "lat": -19,
    "lon": 53,
    "people": 57837,
}

CITIES["c0324"] = {
    "lat": 18,
    "lon": 144,
    "people": 65756,
}

CITIES["c0325"] = {
    "lat": 55,
    "lon": -125,
    "people": 73675,
}

CITIES["c0326"] = {
    "lat": -88,
    "lon": -34,
    "people": 81594,
}

CITIES["c0327"] = {
    "lat": -51,
    "lon": 57,
    "people": 89513,
}

CITIES["c0328"] = {
    "lat": -14,
    "lon": 148,
    "people": 97432,
}

CITIES["c0329"] = {
    "lat": 23,
    "lon": -121,
    "people": 5351,
}

CITIES["c0330"] = {
    "lat": 60,
    "lon": -30,
    "people": 13270,
}

CITIES["c0331"] = {
    "lat": -83,
    "lon": 61,
    "people": 21189,
}

CITIES["c0332"] = {
    "lat": -46,
    "lon": 152,
    "people": 29108,
}

CITIES["c0333"] = {
    "lat": -9,
    "lon": -117,
    "people": 37027,
}

CITIES["c0334"] = {
    "lat": 28,
    "lon": -26,
    "people": 44946,
}

CITIES["c0335"] = {
    "lat": 65,
    "lon": 65,
    "people": 52865,
}

CITIES["c0336"] = {
    "lat": -78,
    "lon": 156,
    "people": 60784,
}

CITIES["c0337"] = {
    "lat": -41,
    "lon": -113,
    "people": 68703,
}

CITIES["c0338"] = {
    "lat": -4,
    "lon": -22,
    "people": 76622,
}

CITIES["c0339"] = {
    "lat": 33,
    "lon": 69,
    "people": 84541,
}

CITIES["c0340"] = {
    "lat": 70,
    "lon": 160,
    "people": 92460,
}

CITIES["c0341"] = {
    "lat": -73,
    "lon": -109,
    "people": 379,
}

CITIES["c0342"] = {
    "lat": -36,
    "lon": -18,
    "people": 8298,
}

CITIES["c0343"] = {
    "lat": 1,
    "lon": 73,
    "people": 16217,
}

CITIES["c0344"] = {
    "lat": 38,
    "lon": 164,
    "people": 24136,
}

CITIES["c0345"] = {
    "lat": 75,
    "lon": -105,
    "people": 32055,
}

CITIES["c0346"] = {
    "lat": -68,
    "lon": -14,
    "people": 39974,
}

CITIES["c0347"] = {
    "lat": -31,
    "lon": 77,
    "people": 47893,
}

CITIES["c0348"] = {
    "lat": 6,
    "lon": 168,
    "people": 55812,
}

CITIES["c0349"] = {
    "lat": 43,
    "lon": -101,
    "people": 63731,
}

CITIES["c0350"] = {
    "lat": 80,
    "lon": -10,
    "people": 71650,
}

CITIES["c0351"] = {
    "lat": -63,
    "lon": 81,
    "people": 79569,
}

CITIES["c0352"] = {
    "lat": -26,
    "lon": 172,
    "people": 87488,
}

CITIES["c0353"] = {
    "lat": 11,
    "lon": -97,
    "people": 95407,
}

CITIES["c0354"] = {
    "lat": 48,
    "lon": -6,
    "people": 3326,
}

CITIES["c0355"] = {
    "lat": 85,
    "lon": 85,
    "people": 11245,
}

CITIES["c0356"] = {
    "lat": -58,
    "lon": 176,
    "people": 19164,
}

CITIES["c0357"] = {
    "lat": -21,
    "lon": -93,
    "people": 27083,
}

CITIES["c0358"] = {
    "lat": 16,
    "lon": -2,
    "people": 35002,
}

CITIES["c0359"] = {
    "lat": 53,
    "lon": 89,
    "people": 42921,
}

CITIES["c0360"] = {
    "lat": -90,
    "lon": -180,
    "people": 50840,
}

CITIES["c0361"] = {
    "lat": -53,
    "lon": -89,
    "people": 58759,
}

CITIES["c0362"] = {
    "lat": -16,
    "lon": 2,
    "people": 66678,
}

CITIES["c0363"] = {
    "lat": 21,
    "lon": 93,
    "people": 74597,
}

CITIES["c0364"] = {
    "lat": 58,
    "lon": -176,
    "people": 82516,
}

CITIES["c0365"] = {
    "lat": -85,
    "lon": -85,
    "people": 90435,
}

CITIES["c0366"] = {
    "lat": -48,
    "lon": 6,
    "people": 98354,
}

CITIES["c0367"] = {
    "lat": -11,
    "lon": 97,
    "people": 6273,
}

CITIES["c0368"] = {
    "lat": 26,
    "lon": -172,
    "people": 14192,
}

CITIES["c0369"] = {
    "lat": 63,
    "lon": -81,
    "people": 22111,
}

CITIES["c0370"] = {
    "lat": -80,
    "lon": 10,
    "people": 30030,
}

CITIES["c0371"] = {
    "lat": -43,
    "lon": 101,
    "people": 37949,
}

CITIES["c0372"] = {
    "lat": -6,
    "lon": -168,
    "people": 45868,
}

CITIES["c0373"] = {
    "lat": 31,
    "lon": -77,
    "people": 53787,
}

CITIES["c0374"] = {
    "lat": 68,
    "lon": 14,
    "people": 61706,
}

CITIES["c0375"] = {
    "lat": -75,
    "lon": 105,
    "people": 69625,
}

CITIES["c0376"] = {
    "lat": -38,
    "lon": -164,
    "people": 77544,
}

CITIES["c0377"] = {
    "lat": -1,
    "lon": -73,
    "people": 85463,
}

CITIES["c0378"] = {
    "lat": 36,
    "lon": 18,
    "people": 93382,
}

CITIES["c0379"] = {
    "lat": 73,
    "lon": 109,
    "people": 1301,
}

CITIES["c0380"] = {
    "lat": -70,
    "lon": -160,
    "people": 9220,
}

CITIES["c0381"] = {
    "lat": -33,
    "lon": -69,
    "people": 17139,
}

CITIES["c0382"] = {
    "lat": 4,
    "lon": 22,
    "people": 25058,
}

CITIES["c0383"] = {
    "lat": 41,
    "lon": 113,
    "people": 32977,
}

CITIES["c0384"] = {
    "lat": 78,
    "lon": -156,
    "people": 40896,
}

CITIES["c0385"] = {
    "lat": -65,
    "lon": -65,
    "people": 48815,
}

CITIES["c0386"] = {
    "lat": -28,
    "lon": 26,
    "people": 56734,
}

CITIES["c0387"] = {
    "lat": 9,
    "lon": 117,
    "people": 64653,
}

CITIES["c0388"] = {
    "lat": 46,
    "lon": -152,
    "people": 72572,
}

CITIES["c0389"] = {
    "lat": 83,
    "lon": -61,
    "people": 80491,
}

CITIES["c0390"] = {
    "lat": -60,
    "lon": 30,
    "people": 88410,
}

CITIES["c0391"] = {
    "lat": -23,
    "lon": 121,
    "people": 96329,
}

CITIES["c0392"] = {
    "lat": 14,
    "lon": -148,
    "people": 4248,
}

CITIES["c0393"] = {
    "lat": 51,
    "lon": -57,
    "people": 12167,
}

CITIES["c0394"] = {
    "lat": 88,
    "lon": 34,
    "people": 20086,
}

CITIES["c0395"] = {
    "lat": -55,
    "lon": 125,
    "people": 28005,
}

CITIES["c0396"] = {
    "lat": -18,
    "lon": -144,
    "people": 35924,
}

CITIES["c0397"] = {
    "lat": 19,
    "lon": -53,
    "people": 43843,
}

CITIES["c0398"] = {
    "lat": 56,
    "lon": 38,
    "people": 51762,
}

CITIES["c0399"] = {
    "lat": -87,
    "lon": 129,
    "people": 59681,
}

CITIES["c0400"] = {
    "lat": -50,
    "lon": -140,
    "people": 67600,
}

CITIES["c0401"] = {
    "lat": -13,
    "lon": -49,
    "people": 75519,
}

CITIES["c0402"] = {
    "lat": 24,
    "lon": 42,
    "people": 83438,
}

CITIES["c0403"] = {
    "lat": 61,
    "lon": 133,
    "people": 91357,
}

CITIES["c0404"] = {
    "lat": -82,
    "lon": -136,
    "people": 99276,
}

CITIES["c0405"] = {
    "lat": -45,
    "lon": -45,
    "people": 7195,
}

CITIES["c0406"] = {
    "lat": -8,
    "lon": 46,
    "people": 15114,
}

CITIES["c0407"] = {
    "lat": 29,
    "lon": 137,
    "people": 23033,
}

CITIES["c0408"] = {
    "lat": 66,
    "lon": -132,
    "people": 30952,
}

CITIES["c0409"] = {
    "lat": -77,
    "lon": -41,
    "people": 38871,
}

CITIES["c0410"] = {
    "lat": -40,
    "lon": 50,
    "people": 46790,
}

CITIES["c0411"] = {
    "lat": -3,
    "lon": 141,
    "people": 54709,
}

CITIES["c0412"] = {
    "lat": 34,
    "lon": -128,
    "people": 62628,
}

CITIES["c0413"] = {
    "lat": 71,
    "lon": -37,
    "people": 70547,
}

CITIES["c0414"] = {
    "lat": -72,
    "lon": 54,
    "people": 78466,
}

CITIES["c0415"] = {
    "lat": -35,
    "lon": 145,
    "people": 86385,
}

CITIES["c0416"] = {
    "lat": 2,
    "lon": -124,
    "people": 94304,
}

CITIES["c0417"] = {
    "lat": 39,
    "lon": -33,
    "people": 2223,
}

CITIES["c0418"] = {
    "lat": 76,
    "lon": 58,
    "people": 10142,
}

CITIES["c0419"] = {
    "lat": -67,
    "lon": 149,
    "people": 18061,
}

CITIES["c0420"] = {
    "lat": -30,
    "lon": -120,
    "people": 25980,
}

CITIES["c0421"] = {
    "lat": 7,
    "lon": -29,
    "people": 33899,
}

CITIES["c0422"] = {
    "lat": 44,
    "lon": 62,
    "people": 41818,
}

CITIES["c0423"] = {
    "lat": 81,
    "lon": 153,
    "people": 49737,
}

CITIES["c0424"] = {
    "lat": -62,
    "lon": -116,
    "people": 57656,
}

CITIES["c0425"] = {
    "lat": -25,
    "lon": -25,
    "people": 65575,
}

CITIES["c0426"] = {
    "lat": 12,
    "lon": 66,
    "people": 73494,
}

CITIES["c0427"] = {
    "lat": 49,
    "lon": 157,
    "people": 81413,
}

CITIES["c0428"] = {
    "lat": 86,
    "lon": -112,
    "people": 89332,
}

CITIES["c0429"] = {
    "lat": -57,
    "lon": -21,
    "people": 97251,
}

CITIES["c0430"] = {
    "lat": -20,
    "lon": 70,
    "people": 5170,
}

CITIES["c0431"] = {
    "lat": 17,
    "lon": 161,
    "people": 13089,
}

CITIES["c0432"] = {
    "lat": 54,
    "lon": -108,
    "people": 21008,
}

CITIES["c0433"] = {
    "lat": -89,
    "lon": -17,
    "people": 28927,
}

CITIES["c0434"] = {
    "lat": -52,
    "lon": 74,
    "people": 36846,
}

CITIES["c0435"] = {
    "lat": -15,
    "lon": 165,
    "people": 44765,
}

CITIES["c0436"] = {
    "lat": 22,
    "lon": -104,
    "people": 52684,
}

CITIES["c0437"] = {
    "lat": 59,
    "lon": -13,
    "people": 60603,
}

CITIES["c0438"] = {
    "lat": -84,
    "lon": 78,
    "people": 68522,
}

CITIES["c0439"] = {
    "lat": -47,
    "lon": 169,
    "people": 76441,
}

CITIES["c0440"] = {
    "lat": -10,
    "lon": -100,
    "people": 84360,
}

CITIES["c0441"] = {
    "lat": 27,
    "lon": -9,
    "people": 92279,
}

CITIES["c0442"] = {
    "lat": 64,
    "lon": 82,
    "people": 198,
}

CITIES["c0443"] = {
    "lat": -79,
    "lon": 173,
    "people": 8117,
}

CITIES["c0444"] = {
    "lat": -42,
    "lon": -96,
    "people": 16036,
}

CITIES["c0445"] = {
    "lat": -5,
    "lon": -5,
    "people": 23955,
}

CITIES["c0446"] = {
    "lat": 32,
    "lon": 86,
    "people": 31874,
}

CITIES["c0447"] = {
    "lat": 69,
    "lon": 177,
    "people": 39793,
}

CITIES["c0448"] = {
    "lat": -74,
    "lon": -92,
    "people": 47712,
}

CITIES["c0449"] = {
    "lat": -37,
    "lon": -1,
    "people": 55631,
}

CITIES["c0450"] = {
    "lat": 0,
    "lon": 90,
    "people": 63550,
}

CITIES["c0451"] = {
    "lat": 37,
    "lon": -179,
    "people": 71469,
}

CITIES["c0452"] = {
    "lat": 74,
    "lon": -88,
    "people": 79388,
}

CITIES["c0453"] = {
    "lat": -69,
    "lon": 3,
    "people": 87307,
}

CITIES["c0454"] = {
    "lat": -32,
    "lon": 94,
    "people": 95226,
}

CITIES["c0455"] = {
    "lat": 5,
    "lon": -175,
    "people": 3145,
}

CITIES["c0456"] = {
    "lat": 42,
    "lon": -84,
    "people": 11064,
}

CITIES["c0457"] = {
    "lat": 79,
    "lon": 7,
    "people": 18983,
}

CITIES["c0458"] = {
    "lat": -64,
    "lon": 98,
    "people": 26902,
}

CITIES["c0459"] = {
    "lat": -27,
    "lon": -171,
    "people": 34821,
}

CITIES["c0460"] = {
    "lat": 10,
    "lon": -80,
    "people": 42740,
}

CITIES["c0461"] = {
    "lat": 47,
    "lon": 11,
    "people": 50659,
}

CITIES["c0462"] = {
    "lat": 84,
    "lon": 102,
    "people": 58578,
}

CITIES["c0463"] = {
    "lat": -59,
    "lon": -167,
    "people": 66497,
}

CITIES["c0464"] = {
    "lat": -22,
    "lon": -76,
    "people": 74416,
}

CITIES["c0465"] = {
    "lat": 15,
    "lon": 15,
    "people": 82335,
}

CITIES["c0466"] = {
    "lat": 52,
    "lon": 106,
    "people": 90254,
}

CITIES["c0467"] = {
    "lat": 89,
    "lon": -163,
    "people": 98173,
}

CITIES["c0468"] = {
    "lat": -54,
    "lon": -72,
    "people": 6092,
}

CITIES["c0469"] = {
    "lat": -17,
    "lon": 19,
    "people": 14011,
}

CITIES["c0470"] = {
    "lat": 20,
    "lon": 110,
    "people": 21930,
}

CITIES["c0471"] = {
    "lat": 57,
    "lon": -159,
    "people": 29849,
}

CITIES["c0472"] = {
    "lat": -86,
    "lon": -68,
    "people": 37768,
}

CITIES["c0473"] = {
    "lat": -49,
    "lon": 23,
    "people": 45687,
}

CITIES["c0474"] = {
    "lat": -12,
    "lon": 114,
    "people": 53606,
}

CITIES["c0475"] = {
    "lat": 25,
    "lon": -155,
    "people": 61525,
}

CITIES["c0476"] = {
    "lat": 62,
    "lon": -64,
    "people": 69444,
}

CITIES["c0477"] = {
    "lat": -81,
    "lon": 27,
    "people": 77363,
}

CITIES["c0478"] = {
    "lat": -44,
    "lon": 118,
    "people": 85282,
}

CITIES["c0479"] = {
    "lat": -7,
    "lon": -151,
    "people": 93201,
}

CITIES["c0480"] = {
    "lat": 30,
    "lon": -60,
    "people": 1120,
}

CITIES["c0481"] = {
    "lat": 67,
    "lon": 31,
    "people": 9039,
}

CITIES["c0482"] = {
    "lat": -76,
    "lon": 122,
    "people": 16958,
}

CITIES["c0483"] = {
    "lat": -39,
    "lon": -147,
    "people": 24877,
}

CITIES["c0484"] = {
    "lat": -2,
    "lon": -56,
    "people": 32796,
}

CITIES["c0485"] = {
    "lat": 35,
    "lon": 35,
    "people": 40715,
}

CITIES["c0486"] = {
    "lat": 72,
    "lon": 126,
    "people": 48634,
}

CITIES["c0487"] = {
    "lat": -71,
    "lon": -143,
    "people": 56553,
}

CITIES["c0488"] = {
    "lat": -34,
    "lon": -52,
    "people": 64472,
}

CITIES["c0489"] = {
    "lat": 3,
    "lon": 39,
    "people": 72391,
}

CITIES["c0490"] = {
    "lat": 40,
    "lon": 130,
    "people": 80310,
}

CITIES["c0491"] = {
    "lat": 77,
    "lon": -139,
    "people": 88229,
}

CITIES["c0492"] = {
    "lat": -66,
    "lon": -48,
    "people": 96148,
}

CITIES["c0493"] = {
    "lat": -29,
    "lon": 43,
    "people": 4067,
}

CITIES["c0494"] = {
    "lat": 8,
    "lon": 134,
    "people": 11986,
}

CITIES["c0495"] = {
    "lat": 45,
    "lon": -135,
    "people": 19905,
}

CITIES["c0496"] = {
    "lat": 82,
    "lon": -44,
    "people": 27824,
}

CITIES["c0497"] = {
    "lat": -61,
    "lon": 47,
    "people": 35743,
}

CITIES["c0498"] = {
    "lat": -24,
    "lon": 138,
    "people": 43662,
}

CITIES["c0499"] = {
    "lat": 13,
    "lon": -131,
    "people": 51581,
}

CITIES["c0500"] = {
    "lat": 50,
    "lon": -40,
    "people": 59500,
}

CITIES["c0501"] = {
    "lat": 87,
    "lon": 51,
    "people": 67419,
}

CITIES["c0502"] = {
    "lat": -56,
    "lon": 142,
    "people": 75338,
}

CITIES["c0503"] = {
    "lat": -19,
    "lon": -127,
    "people": 83257,
}

CITIES["c0504"] = {
    "lat": 18,
    "lon": -36,
    "people": 91176,
}

CITIES["c0505"] = {
    "lat": 55,
    "lon": 55,
    "people": 99095,
}

CITIES["c0506"] = {
    "lat": -88,
    "lon": 146,
    "people": 7014,
}

CITIES["c0507"] = {
    "lat": -51,
    "lon": -123,
    "people": 14933,
}

CITIES["c0508"] = {
    "lat": -14,
    "lon": -32,
    "people": 22852,
}

CITIES["c0509"] = {
    "lat": 23,
    "lon": 59,
    "people": 30771,
}

CITIES["c0510"] = {
    "lat": 60,
    "lon": 150,
    "people": 38690,
}

CITIES["c0511"] = {
    "lat": -83,
    "lon": -119,
    "people": 46609,
}

CITIES["c0512"] = {
    "lat": -46,
    "lon": -28,
    "people": 54528,
}

CITIES["c0513"] = {
    "lat": -9,
    "lon": 63,
    "people": 62447,
}

CITIES["c0514"] = {
    "lat": 28,
    "lon": 154,
    "people": 70366,
}

CITIES["c0515"] = {
    "lat": 65,
    "lon": -115,
    "people": 78285,
}

CITIES["c0516"] = {
    "lat": -78,
    "lon": -24,
    "people": 86204,
}

CITIES["c0517"] = {
    "lat": -41,
    "lon": 67,
    "people": 94123,
}

CITIES["c0518"] = {
    "lat": -4,
    "lon": 158,
    "people": 2042,
}

CITIES["c0519"] = {
    "lat": 33,
    "lon": -111,
    "people": 9961,
}

CITIES["c0520"] = {
    "lat": 70,
    "lon": -20,
    "people": 17880,
}

CITIES["c0521"] = {
    "lat": -73,
    "lon": 71,
    "people": 25799,
}

CITIES["c0522"] = {
    "lat": -36,
    "lon": 162,
    "people": 33718,
}

CITIES["c0523"] = {
    "lat": 1,
    "lon": -107,
    "people": 41637,
}

CITIES["c0524"] = {
    "lat": 38,
    "lon": -16,
    "people": 49556,
}

CITIES["c0525"] = {
    "lat": 75,
    "lon": 75,
    "people": 57475,
}

CITIES["c0526"] = {
    "lat": -68,
    "lon": 166,
    "people": 65394,
}

CITIES["c0527"] = {
    "lat": -31,
    "lon": -103,
    "people": 73313,
}

CITIES["c0528"] = {
    "lat": 6,
    "lon": -12,
    "people": 81232,
}

CITIES["c0529"] = {
    "lat": 43,
    "lon": 79,
    "people": 89151,
}

CITIES["c0530"] = {
    "lat": 80,
    "lon": 170,
    "people": 97070,
}

CITIES["c0531"] = {
    "lat": -63,
    "lon": -99,
    "people": 4989,
}

CITIES["c0532"] = {
    "lat": -26,
    "lon": -8,
    "people": 12908,
}

CITIES["c0533"] = {
    "lat": 11,
    "lon": 83,
    "people": 20827,
}

CITIES["c0534"] = {
    "lat": 48,
    "lon": 174,
    "people": 28746,
}

CITIES["c0535"] = {
    "lat": 85,
    "lon": -95,
    "people": 36665,
}

CITIES["c0536"] = {
    "lat": -58,
    "lon": -4,
    "people": 44584,
}

CITIES["c0537"] = {
    "lat": -21,
    "lon": 87,
    "people": 52503,
}

CITIES["c0538"] = {
    "lat": 16,
    "lon": 178,
    "people": 60422,
}

CITIES["c0539"] = {
    "lat": 53,
    "lon": -91,
    "people": 68341,
}

CITIES["c0540"] = {
    "lat": -90,
    "lon": 0,
    "people": 76260,
}

CITIES["c0541"] = {
    "lat": -53,
    "lon": 91,
    "people": 84179,
}

CITIES["c0542"] = {
    "lat": -16,
    "lon": -178,
    "people": 92098,
}

CITIES["c0543"] = {
    "lat": 21,
    "lon": -87,
    "people": 17,
}

CITIES["c0544"] = {
    "lat": 58,
    "lon": 4,
    "people": 7936,
}

CITIES["c0545"] = {
    "lat": -85,
    "lon": 95,
    "people": 15855,
}

CITIES["c0546"] = {
    "lat": -48,
    "lon": -174,
    "people": 23774,
}

CITIES["c0547"] = {
    "lat": -11,
    "lon": -83,
    "people": 31693,
}

CITIES["c0548"] = {
    "lat": 26,
    "lon": 8,
    "people": 39612,
}

CITIES["c0549"] = {
    "lat": 63,
    "lon": 99,
    "people": 47531,
}

CITIES["c0550"] = {
    "lat": -80,
    "lon": -170,
    "people": 55450,
}

CITIES["c0551"] = {
    "lat": -43,
    "lon": -79,
    "people": 63369,
}

CITIES["c0552"] = {
    "lat": -6,
    "lon": 12,
    "people": 71288,
}

CITIES["c0553"] = {
    "lat": 31,
    "lon": 103,
    "people": 79207,
}

CITIES["c0554"] = {
    "lat": 68,
    "lon": -166,
    "people": 87126,
}

CITIES["c0555"] = {
    "lat": -75,
    "lon": -75,
    "people": 95045,
}

CITIES["c0556"] = {
    "lat": -38,
    "lon": 16,
    "people": 2964,
}

CITIES["c0557"] = {
    "lat": -1,
    "lon": 107,
    "people": 10883,
}

CITIES["c0558"] = {
    "lat": 36,
    "lon": -162,
    "people": 18802,
}

CITIES["c0559"] = {
    "lat": 73,
    "lon": -71,
    "people": 26721,
}

CITIES["c0560"] = {
    "lat": -70,
    "lon": 20,
    "people": 34640,
}

CITIES["c0561"] = {
    "lat": -33,
    "lon": 111,
    "people": 42559,
}

CITIES["c0562"] = {
    "lat": 4,
    "lon": -158,
    "people": 50478,
}

CITIES["c0563"] = {
    "lat": 41,
    "lon": -67,
    "people": 58397,
}

CITIES["c0564"] = {
    "lat": 78,
    "lon": 24,
    "people": 66316,
}

CITIES["c0565"] = {
    "lat": -65,
    "lon": 115,
    "people": 74235,
}

CITIES["c0566"] = {
    "lat": -28,
    "lon": -154,
    "people": 82154,
}

CITIES["c0567"] = {
    "lat": 9,
    "lon": -63,
    "people": 90073,
}

CITIES["c0568"] = {
    "lat": 46,
    "lon": 28,
    "people": 97992,
}

CITIES["c0569"] = {
    "lat": 83,
    "lon": 119,
    "people": 5911,
}

CITIES["c0570"] = {
    "lat": -60,
    "lon": -150,
    "people": 13830,
}

CITIES["c0571"] = {
    "lat": -23,
    "lon": -59,
    "people": 21749,
}

CITIES["c0572"] = {
    "lat": 14,
    "lon": 32,
    "people": 29668,
}

CITIES["c0573"] = {
    "lat": 51,
    "lon": 123,
    "people": 37587,
}

CITIES["c0574"] = {
    "lat": 88,
    "lon": -146,
    "people": 45506,
}

CITIES["c0575"] = {
    "lat": -55,
    "lon": -55,
    "people": 53425,
}

CITIES["c0576"] = {
    "lat": -18,
    "lon": 36,
    "people": 61344,
}

CITIES["c0577"] = {
    "lat": 19,
    "lon": 127,
    "people": 69263,
}

CITIES["c0578"] = {
    "lat": 56,
    "lon": -142,
    "people": 77182,
}

CITIES["c0579"] = {
    "lat": -87,
    "lon": -51,
    "people": 85101,
}

CITIES["c0580"] = {
    "lat": -50,
    "lon": 40,
    "people": 93020,
}

CITIES["c0581"] = {
    "lat": -13,
    "lon": 131,
    "people": 939,
}

CITIES["c0582"] = {
    "lat": 24,
    "lon": -138,
    "people": 8858,
}

CITIES["c0583"] = {
    "lat": 61,
    "lon": -47,
    "people": 16777,
}

CITIES["c0584"] = {
    "lat": -82,
    "lon": 44,
    "people": 24696,
}

CITIES["c0585"] = {
    "lat": -45,
    "lon": 135,
    "people": 32615,
}

CITIES["c0586"] = {
    "lat": -8,
    "lon": -134,
    "people": 40534,
}

CITIES["c0587"] = {
    "lat": 29,
    "lon": -43,
    "people": 48453,
}

CITIES["c0588"] = {
    "lat": 66,
    "lon": 48,
    "people": 56372,
}

CITIES["c0589"] = {
    "lat": -77,
    "lon": 139,
    "people": 64291,
}

CITIES["c0590"] = {
    "lat": -40,
    "lon": -130,
    "people": 72210,
}

CITIES["c0591"] = {
    "lat": -3,
    "lon": -39,
    "people": 80129,
}

CITIES["c0592"] = {
    "lat": 34,
    "lon": 52,
    "people": 88048,
}

CITIES["c0593"] = {
    "lat": 71,
    "lon": 143,
    "people": 95967,
}

CITIES["c0594"] = {
    "lat": -72,
    "lon": -126,
    "people": 3886,
}

CITIES["c0595"] = {
    "lat": -35,
    "lon": -35,
    "people": 11805,
}

CITIES["c0596"] = {
    "lat": 2,
    "lon": 56,
    "people": 19724,
}

CITIES["c0597"] = {
    "lat": 39,
    "lon": 147,
    "people": 27643,
}

CITIES["c0598"] = {
    "lat": 76,
    "lon": -122,
    "people": 35562,
}

CITIES["c0599"] = {
    "lat": -67,
    "lon": -31,
    "people": 43481,
}

CITIES["c0600"] = {
    "lat": -30,
    "lon": 60,
    "people": 51400,
}

CITIES["c0601"] = {
    "lat": 7,
    "lon": 151,
    "people": 59319,
}

CITIES["c0602"] = {
    "lat": 44,
    "lon": -118,
    "people": 67238,
}

CITIES["c0603"] = {
    "lat": 81,
    "lon": -27,
    "people": 75157,
}

CITIES["c0604"] = {
    "lat": -62,
    "lon": 64,
    "people": 83076,
}

CITIES["c0605"] = {
    "lat": -25,
    "lon": 155,
    "people": 90995,
}

CITIES["c0606"] = {
    "lat": 12,
    "lon": -114,
    "people": 98914,
}

CITIES["c0607"] = {
    "lat": 49,
    "lon": -23,
    "people": 6833,
}

CITIES["c0608"] = {
    "lat": 86,
    "lon": 68,
    "people": 14752,
}

CITIES["c0609"] = {
    "lat": -57,
    "lon": 159,
    "people": 22671,
}

CITIES["c0610"] = {
    "lat": -20,
    "lon": -110,
    "people": 30590,
}

CITIES["c0611"] = {
    "lat": 17,
    "lon": -19,
    "people": 38509,
}

CITIES["c0612"] = {
    "lat": 54,
    "lon": 72,
    "people": 46428,
}

CITIES["c0613"] = {
    "lat": -89,
    "lon": 163,
    "people": 54347,
}

CITIES["c0614"] = {
    "lat": -52,
    "lon": -106,
    "people": 62266,
}

CITIES["c0615"] = {
    "lat": -15,
    "lon": -15,
    "people": 70185,
}

CITIES["c0616"] = {
    "lat": 22,
    "lon": 76,
    "people": 78104,
}

CITIES["c0617"] = {
    "lat": 59,
    "lon": 167,
    "people": 86023,
}

CITIES["c0618"] = {
    "lat": -84,
    "lon": -102,
    "people": 93942,
}

CITIES["c0619"] = {
    "lat": -47,
    "lon": -11,
    "people": 1861,
}

CITIES["c0620"] = {
    "lat": -10,
    "lon": 80,
    "people": 9780,
}

CITIES["c0621"] = {
    "lat": 27,
    "lon": 171,
    "people": 17699,
}

CITIES["c0622"] = {
    "lat": 64,
    "lon": -98,
    "people": 25618,
}

CITIES["c0623"] = {
    "lat": -79,
    "lon": -7,
    "people": 33537,
}

CITIES["c0624"] = {
    "lat": -42,
    "lon": 84,
    "people": 41456,
}

CITIES["c0625"] = {
    "lat": -5,
    "lon": 175,
    "people": 49375,
}

CITIES["c0626"] = {
    "lat": 32,
    "lon": -94,
    "people": 57294,
}

CITIES["c0627"] = {
    "lat": 69,
    "lon": -3,
    "people": 65213,
}

CITIES["c0628"] = {
    "lat": -74,
    "lon": 88,
    "people": 73132,
}

CITIES["c0629"] = {
    "lat": -37,
    "lon": 179,
    "people": 81051,
}

CITIES["c0630"] = {
    "lat": 0,
    "lon": -90,
    "people": 88970,
}

CITIES["c0631"] = {
    "lat": 37,
    "lon": 1,
    "people": 96889,
}

CITIES["c0632"] = {
    "lat": 74,
    "lon": 92,
    "people": 4808,
}

CITIES["c0633"] = {
    "lat": -69,
    "lon": -177,
    "people": 12727,
}

CITIES["c0634"] = {
    "lat": -32,
    "lon": -86,
    "people": 20646,
}

CITIES["c0635"] = {
    "lat": 5,
    "lon": 5,
    "people": 28565,
}

CITIES["c0636"] = {
    "lat": 42,
    "lon": 96,
    "people": 36484,
}

CITIES["c0637"] = {
    "lat": 79,
    "lon": -173,
    "people": 44403,
}

CITIES["c0638"] = {
    "lat": -64,
    "lon": -82,
    "people": 52322,
}

CITIES["c0639"] = {
    "lat": -27,
    "lon": 9,
    "people": 60241,
}

CITIES["c0640"] = {
    "lat": 10,
    "lon": 100,
    "people": 68160,
}

CITIES["c0641"] = {
    "lat": 47,
    "lon": -169,
    "people": 76079,
}

CITIES["c0642"] = {
    "lat": 84,
    "lon": -78,
    "people": 83998,
}

CITIES["c0643"] = {
    "lat": -59,
    "lon": 13,
    "people": 91917,
}

CITIES["c0644"] = {
    "lat": -22,
    "lon": 104,
    "people": 99836,
}

CITIES["c0645"] = {
    "lat": 15,
    "lon": -165,
    "people": 7755,
}

CITIES["c0646"] = {
    "lat": 52,
    "lon": -74,
    "people": 15674,
}

CITIES["c0647"] = {
    "lat": 89,
    "lon": 17,
    "people": 23593,
}

CITIES["c0648"] = {
    "lat": -54,
    "lon": 108,
    "people": 31512,
}

CITIES["c0649"] = {
    "lat": -17,
    "lon": -161,
    "people": 39431,
}

CITIES["c0650"] = {
    "lat": 20,
    "lon": -70,
    "people": 47350,
}

CITIES["c0651"] = {
    "lat": 57,
    "lon": 21,
    "people": 55269,
}

CITIES["c0652"] = {
    "lat": -86,
    "lon": 112,
    "people": 63188,
}

CITIES["c0653"] = {
    "lat": -49,
    "lon": -157,
    "people": 71107,
}

CITIES["c0654"] = {
    "lat": -12,
    "lon": -66,
    "people": 79026,
}

CITIES["c0655"] = {
    "lat": 25,
    "lon": 25,
    "people": 86945,
}

CITIES["c0656"] = {
    "lat": 62,
    "lon": 116,
    "people": 94864,
}

CITIES["c0657"] = {
    "lat": -81,
    "lon": -153,
    "people": 2783,
}

CITIES["c0658"] = {
    "lat": -44,
    "lon": -62,
    "people": 10702,
}

CITIES["c0659"] = {
    "lat": -7,
    "lon": 29,
    "people": 18621,
}

CITIES["c0660"] = {
    "lat": 30,
    "lon": 120,
    "people": 26540,
}

CITIES["c0661"] = {
    "lat": 67,
    "lon": -149,
    "people": 34459,
}

CITIES["c0662"] = {
    "lat": -76,
    "lon": -58,
    "people": 42378,
}

CITIES["c0663"] = {
    "lat": -39,
    "lon": 33,
    "people": 50297,
}

CITIES["c0664"] = {
    "lat": -2,
    "lon": 124,
    "people": 58216,
}

CITIES["c0665"] = {
    "lat": 35,
    "lon": -145,
    "people": 66135,
}

CITIES["c0666"] = {
    "lat": 72,
    "lon": -54,
    "people": 74054,
}

CITIES["c0667"] = {
    "lat": -71,
    "lon": 37,
    "people": 81973,
}

CITIES["c0668"] = {
    "lat": -34,
    "lon": 128,
    "people": 89892,
}

CITIES["c0669"] = {
    "lat": 3,
    "lon": -141,
    "people": 97811,
}

CITIES["c0670"] = {
    "lat": 40,
    "lon": -50,
    "people": 5730,
}

CITIES["c0671"] = {
    "lat": 77,
    "lon": 41,
    "people": 13649,
}

CITIES["c0672"] = {
    "lat": -66,
    "lon": 132,
    "people": 21568,
}

CITIES["c0673"] = {
    "lat": -29,
    "lon": -137,
    "people": 29487,
}

CITIES["c0674"] = {
    "lat": 8,
    "lon": -46,
    "people": 37406,
}

CITIES["c0675"] = {
    "lat": 45,
    "lon": 45,
    "people": 45325,
}

CITIES["c0676"] = {
    "lat": 82,
    "lon": 136,
    "people": 53244,
}

CITIES["c0677"] = {
    "lat": -61,
    "lon": -133,
    "people": 61163,
}

CITIES["c0678"] = {
    "lat": -24,
    "lon": -42,
    "people": 69082,
}

CITIES["c0679"] = {
    "lat": 13,
    "lon": 49,
    "people": 77001,
}

CITIES["c0680"] = {
    "lat": 50,
    "lon": 140,
    "people": 84920,
}

CITIES["c0681"] = {
    "lat": 87,
    "lon": -129,
    "people": 92839,
}

CITIES["c0682"] = {
    "lat": -56,
    "lon": -38,
    "people": 758,
}

CITIES["c0683"] = {
    "lat": -19,
    "lon": 53,
    "people": 8677,
}

CITIES["c0684"] = {
    "lat": 18,
    "lon": 144,
    "people": 16596,
}

CITIES["c0685"] = {
    "lat": 55,
    "lon": -125,
    "people": 24515,
}

CITIES["c0686"] = {
    "lat": -88,
    "lon": -34,
    "people": 32434,
}

CITIES["c0687"] = {
    "lat": -51,
    "lon": 57,
    "people": 40353,
}

CITIES["c0688"] = {
    "lat": -14,
    "lon": 148,
    "people": 48272,
}

CITIES["c0689"] = {
    "lat": 23,
    "lon": -121,
    "people": 56191,
}

CITIES["c0690"] = {
    "lat": 60,
    "lon": -30,
    "people": 64110,
}

CITIES["c0691"] = {
    "lat": -83,
    "lon": 61,
    "people": 72029,
}

CITIES["c0692"] = {
    "lat": -46,
    "lon": 152,
    "people": 79948,
}

CITIES["c0693"] = {
    "lat": -9,
    "lon": -117,
    "people": 87867,
}

CITIES["c0694"] = {
    "lat": 28,
    "lon": -26,
    "people": 95786,
}

CITIES["c0695"] = {
    "lat": 65,
    "lon": 65,
    "people": 3705,
}

CITIES["c0696"] = {
    "lat": -78,
    "lon": 156,
    "people": 11624,
}

CITIES["c0697"] = {
    "lat": -41,
    "lon": -113,
    "people": 19543,
}

CITIES["c0698"] = {
    "lat": -4,
    "lon": -22,
    "people": 27462,
}

CITIES["c0699"] = {
    "lat": 33,
    "lon": 69,
    "people": 35381,
}

CITIES["c0700"] = {
    "lat": 70,
    "lon": 160,
    "people": 43300,
}

CITIES["c0701"] = {
    "lat": -73,
    "lon": -109,
    "people": 51219,
}

CITIES["c0702"] = {
    "lat": -36,
    "lon": -18,
    "people": 59138,
}

CITIES["c0703"] = {
    "lat": 1,
    "lon": 73,
    "people": 67057,
}

CITIES["c0704"] = {
    "lat": 38,
    "lon": 164,
    "people": 74976,
}

CITIES["c0705"] = {
    "lat": 75,
    "lon": -105,
    "people": 82895,
}

CITIES["c0706"] = {
    "lat": -68,
    "lon": -14,
    "people": 90814,
}

CITIES["c0707"] = {
    "lat": -31,
    "lon": 77,
    "people": 98733,
}

CITIES["c0708"] = {
    "lat": 6,
    "lon": 168,
    "people": 6652,
}

CITIES["c0709"] = {
    "lat": 43,
    "lon": -101,
    "people": 14571,
}

CITIES["c0710"] = {
    "lat": 80,
    "lon": -10,
    "people": 22490,
}

CITIES["c0711"] = {
    "lat": -63,
    "lon": 81,
    "people": 30409,
}

CITIES["c0712"] = {
    "lat": -26,
    "lon": 172,
    "people": 38328,
}

CITIES["c0713"] = {
    "lat": 11,
    "lon": -97,
    "people": 46247,
}

CITIES["c0714"] = {
    "lat": 48,
    "lon": -6,
    "people": 54166,
}

CITIES["c0715"] = {
    "lat": 85,
    "lon": 85,
    "people": 62085,
}

CITIES["c0716"] = {
    "lat": -58,
    "lon": 176,
    "people": 70004,
}

CITIES["c0717"] = {
    "lat": -21,
    "lon": -93,
    "people": 77923,
}

CITIES["c0718"] = {
    "lat": 16,
    "lon": -2,
    "people": 85842,
}

CITIES["c0719"] = {
    "lat": 53,
    "lon": 89,
    "people": 93761,
}

CITIES["c0720"] = {
    "lat": -90,
    "lon": -180,
    "people": 1680,
}

CITIES["c0721"] = {
    "lat": -53,
    "lon": -89,
    "people": 9599,
}

CITIES["c0722"] = {
    "lat": -16,
    "lon": 2,
    "people": 17518,
}

CITIES["c0723"] = {
    "lat": 21,
    "lon": 93,
    "people": 25437,
}

CITIES["c0724"] = {
    "lat": 58,
    "lon": -176,
    "people": 33356,
}

CITIES["c0725"] = {
    "lat": -85,
    "lon": -85,
    "people": 41275,
}

CITIES["c0726"] = {
    "lat": -48,
    "lon": 6,
    "people": 49194,
}

CITIES["c0727"] = {
    "lat": -11,
    "lon": 97,
    "people": 57113,
}

CITIES["c0728"] = {
    "lat": 26,
    "lon": -172,
    "people": 65032,
}

CITIES["c0729"] = {
    "lat": 63,
    "lon": -81,
    "people": 72951,
}

CITIES["c0730"] = {
    "lat": -80,
    "lon": 10,
    "people": 80870,
}

CITIES["c0731"] = {
    "lat": -43,
    "lon": 101,
    "people": 88789,
}

CITIES["c0732"] = {
    "lat": -6,
    "lon": -168,
    "people": 96708,
}

CITIES["c0733"] = {
    "lat": 31,
    "lon": -77,
    "people": 4627,
}

CITIES["c0734"] = {
    "lat": 68,
    "lon": 14,
    "people": 12546,
}

CITIES["c0735"] = {
    "lat": -75,
    "lon": 105,
    "people": 20465,
}

CITIES["c0736"] = {
    "lat": -38,
    "lon": -164,
    "people": 28384,
}

CITIES["c0737"] = {
    "lat": -1,
    "lon": -73,
    "people": 36303,
}

CITIES["c0738"] = {
    "lat": 36,
    "lon": 18,
    "people": 44222,
}

CITIES["c0739"] = {
    "lat": 73,
    "lon": 109,
    "people": 52141,
}

CITIES["c0740"] = {
    "lat": -70,
    "lon": -160,
    "people": 60060,
}

CITIES["c0741"] = {
    "lat": -33,
    "lon": -69,
    "people": 67979,
}

CITIES["c0742"] = {
    "lat": 4,
    "lon": 22,
    "people": 75898,
}

CITIES["c0743"] = {
    "lat": 41,
    "lon": 113,
    "people": 83817,
}

CITIES["c0744"] = {
    "lat": 78,
    "lon": -156,
    "people": 91736,
}

CITIES["c0745"] = {
    "lat": -65,
    "lon": -65,
    "people": 99655,
}

CITIES["c0746"] = {
    "lat": -28,
    "lon": 26,
    "people": 7574,
}

CITIES["c0747"] = {
    "lat": 9,
    "lon": 117,
    "people": 15493,
}

CITIES["c0748"] = {
    "lat": 46,
    "lon": -152,
    "people": 23412,
}

CITIES["c0749"] = {
    "lat": 83,
    "lon": -61,
    "people": 31331,
}

CITIES["c0750"] = {
    "lat": -60,
    "lon": 30,
    "people": 39250,
}

CITIES["c0751"] = {
    "lat": -23,
    "lon": 121,
    "people": 47169,
}

CITIES["c0752"] = {
    "lat": 14,
    "lon": -148,
    "people": 55088,
}

CITIES["c0753"] = {
    "lat": 51,
    "lon": -57,
    "people": 63007,
}

CITIES["c0754"] = {
    "lat": 88,
    "lon": 34,
    "people": 70926,
}

CITIES["c0755"] = {
    "lat": -55,
    "lon": 125,
    "people": 78845,
}

CITIES["c0756"] = {
    "lat": -18,
    "lon": -144,
    "people": 86764,
}

CITIES["c0757"] = {
    "lat": 19,
    "lon": -53,
    "people": 94683,
}

CITIES["c0758"] = {
    "lat": 56,
    "lon": 38,
    "people": 2602,
}

CITIES["c0759"] = {
    "lat": -87,
    "lon": 129,
    "people": 10521,
}

CITIES["c0760"] = {
    "lat": -50,
    "lon": -140,
    "people": 18440,
}

CITIES["c0761"] = {
    "lat": -13,
    "lon": -49,
    "people": 26359,
}

CITIES["c0762"] = {
    "lat": 24,
    "lon": 42,
    "people": 34278,
}

CITIES["c0763"] = {
    "lat": 61,
    "lon": 133,
    "people": 42197,
}

CITIES["c0764"] = {
    "lat": -82,
    "lon": -136,
    "people": 50116,
}

CITIES["c0765"] = {
    "lat": -45,
    "lon": -45,
    "people": 58035,
}

CITIES["c0766"] = {
    "lat": -8,
    "lon": 46,
    "people": 65954,
}

CITIES["c0767"] = {
    "lat": 29,
    "lon": 137,
    "people": 73873,
}

CITIES["c0768"] = {
    "lat": 66,
    "lon": -132,
    "people": 81792,
}

CITIES["c0769"] = {
    "lat": -77,
    "lon": -41,
    "people": 89711,
}

CITIES["c0770"] = {
    "lat": -40,
    "lon": 50,
    "people": 97630,
}

CITIES["c0771"] = {
    "lat": -3,
    "lon": 141,
    "people": 5549,
}

CITIES["c0772"] = {
    "lat": 34,
    "lon": -128,
    "people": 13468,
}

CITIES["c0773"] = {
    "lat": 71,
    "lon": -37,
    "people": 21387,
}

CITIES["c0774"] = {
    "lat": -72,
    "lon": 54,
    "people": 29306,
}

CITIES["c0775"] = {
    "lat": -35,
    "lon": 145,
    "people": 37225,
}

CITIES["c0776"] = {
    "lat": 2,
    "lon": -124,
    "people": 45144,
}

CITIES["c0777"] = {
    "lat": 39,
    "lon": -33,
    "people": 53063,
}

CITIES["c0778"] = {
    "lat": 76,
    "lon": 58,
    "people": 60982,
}

CITIES["c0779"] = {
    "lat": -67,
    "lon": 149,
    "people": 68901,
}

CITIES["c0780"] = {
    "lat": -30,
    "lon": -120,
    "people": 76820,
}

CITIES["c0781"] = {
    "lat": 7,
    "lon": -29,
    "people": 84739,
}

CITIES["c0782"] = {
    "lat": 44,
    "lon": 62,
    "people": 92658,
}

CITIES["c0783"] = {
    "lat": 81,
    "lon": 153,
    "people": 577,
}

CITIES["c0784"] = {
    "lat": -62,
    "lon": -116,
    "people": 8496,
}

CITIES["c0785"] = {
    "lat": -25,
    "lon": -25,
    "people": 16415,
}

CITIES["c0786"] = {
    "lat": 12,
    "lon": 66,
    "people": 24334,
}

CITIES["c0787"] = {
    "lat": 49,
    "lon": 157,
    "people": 32253,
}

CITIES["c0788"] = {
    "lat": 86,
    "lon": -112,
    "people": 40172,
}

CITIES["c0789"] = {
    "lat": -57,
    "lon": -21,
    "people": 48091,
}

CITIES["c0790"] = {
    "lat": -20,
    "lon": 70,
    "people": 56010,
}

CITIES["c0791"] = {
    "lat": 17,
    "lon": 161,
    "people": 63929,
}

CITIES["c0792"] = {
    "lat": 54,
    "lon": -108,
    "people": 71848,
}

CITIES["c0793"] = {
    "lat": -89,
    "lon": -17,
    "people": 79767,
}

CITIES["c0794"] = {
    "lat": -52,
    "lon": 74,
    "people": 87686,
}

CITIES["c0795"] = {
    "lat": -15,
    "lon": 165,
    "people": 95605,
}

CITIES["c0796"] = {
    "lat": 22,
    "lon": -104,
    "people": 3524,
}

CITIES["c0797"] = {
    "lat": 59,
    "lon": -13,
    "people": 11443,
}

CITIES["c0798"] = {
    "lat": -84,
    "lon": 78,
    "people": 19362,
}

CITIES["c0799"] = {
    "lat": -47,
    "lon": 169,
    "people": 27281,
}

CITIES["c0800"] = {
    "lat": -10,
    "lon": -100,
    "people": 35200,
}

CITIES["c0801"] = {
    "lat": 27,
    "lon": -9,
    "people": 43119,
}

CITIES["c0802"] = {
    "lat": 64,
    "lon": 82,
    "people": 51038,
}

CITIES["c0803"] = {
    "lat": -79,
    "lon": 173,
    "people": 58957,
}

CITIES["c0804"] = {
    "lat": -42,
    "lon": -96,
    "people": 66876,
}

CITIES["c0805"] = {
    "lat": -5,
    "lon": -5,
    "people": 74795,
}

CITIES["c0806"] = {
    "lat": 32,
    "lon": 86,
    "people": 82714,
}

CITIES["c0807"] = {
    "lat": 69,
    "lon": 177,
    "people": 90633,
}

CITIES["c0808"] = {
    "lat": -74,
    "lon": -92,
    "people": 98552,
}

CITIES["c0809"] = {
    "lat": -37,
    "lon": -1,
    "people": 6471,
}

CITIES["c0810"] = {
    "lat": 0,
    "lon": 90,
    "people": 14390,
}

CITIES["c0811"] = {
    "lat": 37,
    "lon": -179,
    "people": 22309,
}

CITIES["c0812"] = {
    "lat": 74,
    "lon": -88,
    "people": 30228,
}

CITIES["c0813"] = {
    "lat": -69,
    "lon": 3,
    "people": 38147,
}

CITIES["c0814"] = {
    "lat": -32,
    "lon": 94,
    "people": 46066,
}

CITIES["c0815"] = {
    "lat": 5,
    "lon": -175,
    "people": 53985,
}

CITIES["c0816"] = {
    "lat": 42,
    "lon": -84,
    "people": 61904,
}

CITIES["c0817"] = {
    "lat": 79,
    "lon": 7,
    "people": 69823,
}

CITIES["c0818"] = {
    "lat": -64,
    "lon": 98,
    "people": 77742,
}

CITIES["c0819"] = {
    "lat": -27,
    "lon": -171,
    "people": 85661,
}

CITIES["c0820"] = {
    "lat": 10,
    "lon": -80,
    "people": 93580,
}

CITIES["c0821"] = {
    "lat": 47,
    "lon": 11,
    "people": 1499,
}

CITIES["c0822"] = {
    "lat": 84,
    "lon": 102,
    "people": 9418,
}

CITIES["c0823"] = {
    "lat": -59,
    "lon": -167,
    "people": 17337,
}

CITIES["c0824"] = {
    "lat": -22,
    "lon": -76,
    "people": 25256,
}

CITIES["c0825"] = {
    "lat": 15,
    "lon": 15,
    "people": 33175,
}

CITIES["c0826"] = {
    "lat": 52,
    "lon": 106,
    "people": 41094,
}

CITIES["c0827"] = {
    "lat": 89,
    "lon": -163,
    "people": 49013,
}

CITIES["c0828"] = {
    "lat": -54,
    "lon": -72,
    "people": 56932,
}

CITIES["c0829"] = {
    "lat": -17,
    "lon": 19,
    "people": 64851,
}

CITIES["c0830"] = {
    "lat": 20,
    "lon": 110,
    "people": 72770,
}

CITIES["c0831"] = {
    "lat": 57,
    "lon": -159,
    "people": 80689,
}

CITIES["c0832"] = {
    "lat": -86,
    "lon": -68,
    "people": 88608,
}


def distance(a, b):
    return math.dist((a["lat"], a["lon"]), (b["lat"], b["lon"]))
