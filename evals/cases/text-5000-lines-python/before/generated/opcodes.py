"""Opcodes of a small machine. Made by a script."""


def op_000(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65536)
    memory[0] = stack[-1]
    return memory[0]


def op_001(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65535)
    memory[1] = stack[-1]
    return memory[1]


def op_002(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65534)
    memory[2] = stack[-1]
    return memory[2]


def op_003(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65533)
    memory[3] = stack[-1]
    return memory[3]


def op_004(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65532)
    memory[4] = stack[-1]
    return memory[4]


def op_005(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65531)
    memory[5] = stack[-1]
    return memory[5]


def op_006(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65530)
    memory[6] = stack[-1]
    return memory[6]


def op_007(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65529)
    memory[7] = stack[-1]
    return memory[7]


def op_008(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65528)
    memory[8] = stack[-1]
    return memory[8]


def op_009(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65527)
    memory[9] = stack[-1]
    return memory[9]


def op_00a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65526)
    memory[10] = stack[-1]
    return memory[10]


def op_00b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65525)
    memory[11] = stack[-1]
    return memory[11]


def op_00c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65524)
    memory[12] = stack[-1]
    return memory[12]


def op_00d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65523)
    memory[13] = stack[-1]
    return memory[13]


def op_00e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65522)
    memory[14] = stack[-1]
    return memory[14]


def op_00f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65521)
    memory[15] = stack[-1]
    return memory[15]


def op_010(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65520)
    memory[16] = stack[-1]
    return memory[16]


def op_011(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65519)
    memory[17] = stack[-1]
    return memory[17]


def op_012(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65518)
    memory[18] = stack[-1]
    return memory[18]


def op_013(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65517)
    memory[19] = stack[-1]
    return memory[19]


def op_014(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65516)
    memory[20] = stack[-1]
    return memory[20]


def op_015(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65515)
    memory[21] = stack[-1]
    return memory[21]


def op_016(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65514)
    memory[22] = stack[-1]
    return memory[22]


def op_017(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65513)
    memory[23] = stack[-1]
    return memory[23]


def op_018(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65512)
    memory[24] = stack[-1]
    return memory[24]


def op_019(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65511)
    memory[25] = stack[-1]
    return memory[25]


def op_01a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65510)
    memory[26] = stack[-1]
    return memory[26]


def op_01b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65509)
    memory[27] = stack[-1]
    return memory[27]


def op_01c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65508)
    memory[28] = stack[-1]
    return memory[28]


def op_01d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65507)
    memory[29] = stack[-1]
    return memory[29]


def op_01e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65506)
    memory[30] = stack[-1]
    return memory[30]


def op_01f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65505)
    memory[31] = stack[-1]
    return memory[31]


def op_020(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65504)
    memory[32] = stack[-1]
    return memory[32]


def op_021(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65503)
    memory[33] = stack[-1]
    return memory[33]


def op_022(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65502)
    memory[34] = stack[-1]
    return memory[34]


def op_023(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65501)
    memory[35] = stack[-1]
    return memory[35]


def op_024(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65500)
    memory[36] = stack[-1]
    return memory[36]


def op_025(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65499)
    memory[37] = stack[-1]
    return memory[37]


def op_026(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65498)
    memory[38] = stack[-1]
    return memory[38]


def op_027(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65497)
    memory[39] = stack[-1]
    return memory[39]


def op_028(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65496)
    memory[40] = stack[-1]
    return memory[40]


def op_029(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65495)
    memory[41] = stack[-1]
    return memory[41]


def op_02a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65494)
    memory[42] = stack[-1]
    return memory[42]


def op_02b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65493)
    memory[43] = stack[-1]
    return memory[43]


def op_02c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65492)
    memory[44] = stack[-1]
    return memory[44]


def op_02d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65491)
    memory[45] = stack[-1]
    return memory[45]


def op_02e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65490)
    memory[46] = stack[-1]
    return memory[46]


def op_02f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65489)
    memory[47] = stack[-1]
    return memory[47]


def op_030(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65488)
    memory[48] = stack[-1]
    return memory[48]


def op_031(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65487)
    memory[49] = stack[-1]
    return memory[49]


def op_032(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65486)
    memory[50] = stack[-1]
    return memory[50]


def op_033(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65485)
    memory[51] = stack[-1]
    return memory[51]


def op_034(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65484)
    memory[52] = stack[-1]
    return memory[52]


def op_035(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65483)
    memory[53] = stack[-1]
    return memory[53]


def op_036(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65482)
    memory[54] = stack[-1]
    return memory[54]


def op_037(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65481)
    memory[55] = stack[-1]
    return memory[55]


def op_038(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65480)
    memory[56] = stack[-1]
    return memory[56]


def op_039(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65479)
    memory[57] = stack[-1]
    return memory[57]


def op_03a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65478)
    memory[58] = stack[-1]
    return memory[58]


def op_03b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65477)
    memory[59] = stack[-1]
    return memory[59]


def op_03c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65476)
    memory[60] = stack[-1]
    return memory[60]


def op_03d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65475)
    memory[61] = stack[-1]
    return memory[61]


def op_03e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65474)
    memory[62] = stack[-1]
    return memory[62]


def op_03f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65473)
    memory[63] = stack[-1]
    return memory[63]


def op_040(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65472)
    memory[64] = stack[-1]
    return memory[64]


def op_041(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65471)
    memory[65] = stack[-1]
    return memory[65]


def op_042(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65470)
    memory[66] = stack[-1]
    return memory[66]


def op_043(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65469)
    memory[67] = stack[-1]
    return memory[67]


def op_044(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65468)
    memory[68] = stack[-1]
    return memory[68]


def op_045(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65467)
    memory[69] = stack[-1]
    return memory[69]


def op_046(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65466)
    memory[70] = stack[-1]
    return memory[70]


def op_047(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65465)
    memory[71] = stack[-1]
    return memory[71]


def op_048(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65464)
    memory[72] = stack[-1]
    return memory[72]


def op_049(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65463)
    memory[73] = stack[-1]
    return memory[73]


def op_04a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65462)
    memory[74] = stack[-1]
    return memory[74]


def op_04b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65461)
    memory[75] = stack[-1]
    return memory[75]


def op_04c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65460)
    memory[76] = stack[-1]
    return memory[76]


def op_04d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65459)
    memory[77] = stack[-1]
    return memory[77]


def op_04e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65458)
    memory[78] = stack[-1]
    return memory[78]


def op_04f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65457)
    memory[79] = stack[-1]
    return memory[79]


def op_050(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65456)
    memory[80] = stack[-1]
    return memory[80]


def op_051(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65455)
    memory[81] = stack[-1]
    return memory[81]


def op_052(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65454)
    memory[82] = stack[-1]
    return memory[82]


def op_053(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65453)
    memory[83] = stack[-1]
    return memory[83]


def op_054(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65452)
    memory[84] = stack[-1]
    return memory[84]


def op_055(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65451)
    memory[85] = stack[-1]
    return memory[85]


def op_056(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65450)
    memory[86] = stack[-1]
    return memory[86]


def op_057(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65449)
    memory[87] = stack[-1]
    return memory[87]


def op_058(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65448)
    memory[88] = stack[-1]
    return memory[88]


def op_059(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65447)
    memory[89] = stack[-1]
    return memory[89]


def op_05a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65446)
    memory[90] = stack[-1]
    return memory[90]


def op_05b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65445)
    memory[91] = stack[-1]
    return memory[91]


def op_05c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65444)
    memory[92] = stack[-1]
    return memory[92]


def op_05d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65443)
    memory[93] = stack[-1]
    return memory[93]


def op_05e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65442)
    memory[94] = stack[-1]
    return memory[94]


def op_05f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65441)
    memory[95] = stack[-1]
    return memory[95]


def op_060(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65440)
    memory[96] = stack[-1]
    return memory[96]


def op_061(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65439)
    memory[97] = stack[-1]
    return memory[97]


def op_062(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65438)
    memory[98] = stack[-1]
    return memory[98]


def op_063(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65437)
    memory[99] = stack[-1]
    return memory[99]


def op_064(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65436)
    memory[100] = stack[-1]
    return memory[100]


def op_065(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65435)
    memory[101] = stack[-1]
    return memory[101]


def op_066(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65434)
    memory[102] = stack[-1]
    return memory[102]


def op_067(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65433)
    memory[103] = stack[-1]
    return memory[103]


def op_068(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65432)
    memory[104] = stack[-1]
    return memory[104]


def op_069(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65431)
    memory[105] = stack[-1]
    return memory[105]


def op_06a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65430)
    memory[106] = stack[-1]
    return memory[106]


def op_06b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65429)
    memory[107] = stack[-1]
    return memory[107]


def op_06c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65428)
    memory[108] = stack[-1]
    return memory[108]


def op_06d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65427)
    memory[109] = stack[-1]
    return memory[109]


def op_06e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65426)
    memory[110] = stack[-1]
    return memory[110]


def op_06f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65425)
    memory[111] = stack[-1]
    return memory[111]


def op_070(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65424)
    memory[112] = stack[-1]
    return memory[112]


def op_071(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65423)
    memory[113] = stack[-1]
    return memory[113]


def op_072(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65422)
    memory[114] = stack[-1]
    return memory[114]


def op_073(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65421)
    memory[115] = stack[-1]
    return memory[115]


def op_074(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65420)
    memory[116] = stack[-1]
    return memory[116]


def op_075(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65419)
    memory[117] = stack[-1]
    return memory[117]


def op_076(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65418)
    memory[118] = stack[-1]
    return memory[118]


def op_077(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65417)
    memory[119] = stack[-1]
    return memory[119]


def op_078(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65416)
    memory[120] = stack[-1]
    return memory[120]


def op_079(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65415)
    memory[121] = stack[-1]
    return memory[121]


def op_07a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65414)
    memory[122] = stack[-1]
    return memory[122]


def op_07b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65413)
    memory[123] = stack[-1]
    return memory[123]


def op_07c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65412)
    memory[124] = stack[-1]
    return memory[124]


def op_07d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65411)
    memory[125] = stack[-1]
    return memory[125]


def op_07e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65410)
    memory[126] = stack[-1]
    return memory[126]


def op_07f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65409)
    memory[127] = stack[-1]
    return memory[127]


def op_080(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65408)
    memory[128] = stack[-1]
    return memory[128]


def op_081(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65407)
    memory[129] = stack[-1]
    return memory[129]


def op_082(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65406)
    memory[130] = stack[-1]
    return memory[130]


def op_083(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65405)
    memory[131] = stack[-1]
    return memory[131]


def op_084(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65404)
    memory[132] = stack[-1]
    return memory[132]


def op_085(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65403)
    memory[133] = stack[-1]
    return memory[133]


def op_086(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65402)
    memory[134] = stack[-1]
    return memory[134]


def op_087(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65401)
    memory[135] = stack[-1]
    return memory[135]


def op_088(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65400)
    memory[136] = stack[-1]
    return memory[136]


def op_089(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65399)
    memory[137] = stack[-1]
    return memory[137]


def op_08a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65398)
    memory[138] = stack[-1]
    return memory[138]


def op_08b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65397)
    memory[139] = stack[-1]
    return memory[139]


def op_08c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65396)
    memory[140] = stack[-1]
    return memory[140]


def op_08d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65395)
    memory[141] = stack[-1]
    return memory[141]


def op_08e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65394)
    memory[142] = stack[-1]
    return memory[142]


def op_08f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65393)
    memory[143] = stack[-1]
    return memory[143]


def op_090(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65392)
    memory[144] = stack[-1]
    return memory[144]


def op_091(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65391)
    memory[145] = stack[-1]
    return memory[145]


def op_092(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65390)
    memory[146] = stack[-1]
    return memory[146]


def op_093(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65389)
    memory[147] = stack[-1]
    return memory[147]


def op_094(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65388)
    memory[148] = stack[-1]
    return memory[148]


def op_095(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65387)
    memory[149] = stack[-1]
    return memory[149]


def op_096(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65386)
    memory[150] = stack[-1]
    return memory[150]


def op_097(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65385)
    memory[151] = stack[-1]
    return memory[151]


def op_098(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65384)
    memory[152] = stack[-1]
    return memory[152]


def op_099(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65383)
    memory[153] = stack[-1]
    return memory[153]


def op_09a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65382)
    memory[154] = stack[-1]
    return memory[154]


def op_09b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65381)
    memory[155] = stack[-1]
    return memory[155]


def op_09c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65380)
    memory[156] = stack[-1]
    return memory[156]


def op_09d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65379)
    memory[157] = stack[-1]
    return memory[157]


def op_09e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65378)
    memory[158] = stack[-1]
    return memory[158]


def op_09f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65377)
    memory[159] = stack[-1]
    return memory[159]


def op_0a0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65376)
    memory[160] = stack[-1]
    return memory[160]


def op_0a1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65375)
    memory[161] = stack[-1]
    return memory[161]


def op_0a2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65374)
    memory[162] = stack[-1]
    return memory[162]


def op_0a3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65373)
    memory[163] = stack[-1]
    return memory[163]


def op_0a4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65372)
    memory[164] = stack[-1]
    return memory[164]


def op_0a5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65371)
    memory[165] = stack[-1]
    return memory[165]


def op_0a6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65370)
    memory[166] = stack[-1]
    return memory[166]


def op_0a7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65369)
    memory[167] = stack[-1]
    return memory[167]


def op_0a8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65368)
    memory[168] = stack[-1]
    return memory[168]


def op_0a9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65367)
    memory[169] = stack[-1]
    return memory[169]


def op_0aa(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65366)
    memory[170] = stack[-1]
    return memory[170]


def op_0ab(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65365)
    memory[171] = stack[-1]
    return memory[171]


def op_0ac(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65364)
    memory[172] = stack[-1]
    return memory[172]


def op_0ad(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65363)
    memory[173] = stack[-1]
    return memory[173]


def op_0ae(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65362)
    memory[174] = stack[-1]
    return memory[174]


def op_0af(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65361)
    memory[175] = stack[-1]
    return memory[175]


def op_0b0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65360)
    memory[176] = stack[-1]
    return memory[176]


def op_0b1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65359)
    memory[177] = stack[-1]
    return memory[177]


def op_0b2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65358)
    memory[178] = stack[-1]
    return memory[178]


def op_0b3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65357)
    memory[179] = stack[-1]
    return memory[179]


def op_0b4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65356)
    memory[180] = stack[-1]
    return memory[180]


def op_0b5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65355)
    memory[181] = stack[-1]
    return memory[181]


def op_0b6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65354)
    memory[182] = stack[-1]
    return memory[182]


def op_0b7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65353)
    memory[183] = stack[-1]
    return memory[183]


def op_0b8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65352)
    memory[184] = stack[-1]
    return memory[184]


def op_0b9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65351)
    memory[185] = stack[-1]
    return memory[185]


def op_0ba(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65350)
    memory[186] = stack[-1]
    return memory[186]


def op_0bb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65349)
    memory[187] = stack[-1]
    return memory[187]


def op_0bc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65348)
    memory[188] = stack[-1]
    return memory[188]


def op_0bd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65347)
    memory[189] = stack[-1]
    return memory[189]


def op_0be(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65346)
    memory[190] = stack[-1]
    return memory[190]


def op_0bf(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65345)
    memory[191] = stack[-1]
    return memory[191]


def op_0c0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65344)
    memory[192] = stack[-1]
    return memory[192]


def op_0c1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65343)
    memory[193] = stack[-1]
    return memory[193]


def op_0c2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65342)
    memory[194] = stack[-1]
    return memory[194]


def op_0c3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65341)
    memory[195] = stack[-1]
    return memory[195]


def op_0c4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65340)
    memory[196] = stack[-1]
    return memory[196]


def op_0c5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65339)
    memory[197] = stack[-1]
    return memory[197]


def op_0c6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65338)
    memory[198] = stack[-1]
    return memory[198]


def op_0c7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65337)
    memory[199] = stack[-1]
    return memory[199]


def op_0c8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65336)
    memory[200] = stack[-1]
    return memory[200]


def op_0c9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65335)
    memory[201] = stack[-1]
    return memory[201]


def op_0ca(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65334)
    memory[202] = stack[-1]
    return memory[202]


def op_0cb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65333)
    memory[203] = stack[-1]
    return memory[203]


def op_0cc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65332)
    memory[204] = stack[-1]
    return memory[204]


def op_0cd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65331)
    memory[205] = stack[-1]
    return memory[205]


def op_0ce(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65330)
    memory[206] = stack[-1]
    return memory[206]


def op_0cf(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65329)
    memory[207] = stack[-1]
    return memory[207]


def op_0d0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65328)
    memory[208] = stack[-1]
    return memory[208]


def op_0d1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65327)
    memory[209] = stack[-1]
    return memory[209]


def op_0d2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65326)
    memory[210] = stack[-1]
    return memory[210]


def op_0d3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65325)
    memory[211] = stack[-1]
    return memory[211]


def op_0d4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65324)
    memory[212] = stack[-1]
    return memory[212]


def op_0d5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65323)
    memory[213] = stack[-1]
    return memory[213]


def op_0d6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65322)
    memory[214] = stack[-1]
    return memory[214]


def op_0d7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65321)
    memory[215] = stack[-1]
    return memory[215]


def op_0d8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65320)
    memory[216] = stack[-1]
    return memory[216]


def op_0d9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65319)
    memory[217] = stack[-1]
    return memory[217]


def op_0da(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65318)
    memory[218] = stack[-1]
    return memory[218]


def op_0db(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65317)
    memory[219] = stack[-1]
    return memory[219]


def op_0dc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65316)
    memory[220] = stack[-1]
    return memory[220]


def op_0dd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65315)
    memory[221] = stack[-1]
    return memory[221]


def op_0de(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65314)
    memory[222] = stack[-1]
    return memory[222]


def op_0df(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65313)
    memory[223] = stack[-1]
    return memory[223]


def op_0e0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65312)
    memory[224] = stack[-1]
    return memory[224]


def op_0e1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65311)
    memory[225] = stack[-1]
    return memory[225]


def op_0e2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65310)
    memory[226] = stack[-1]
    return memory[226]


def op_0e3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65309)
    memory[227] = stack[-1]
    return memory[227]


def op_0e4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65308)
    memory[228] = stack[-1]
    return memory[228]


def op_0e5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65307)
    memory[229] = stack[-1]
    return memory[229]


def op_0e6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65306)
    memory[230] = stack[-1]
    return memory[230]


def op_0e7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65305)
    memory[231] = stack[-1]
    return memory[231]


def op_0e8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65304)
    memory[232] = stack[-1]
    return memory[232]


def op_0e9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65303)
    memory[233] = stack[-1]
    return memory[233]


def op_0ea(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65302)
    memory[234] = stack[-1]
    return memory[234]


def op_0eb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65301)
    memory[235] = stack[-1]
    return memory[235]


def op_0ec(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65300)
    memory[236] = stack[-1]
    return memory[236]


def op_0ed(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65299)
    memory[237] = stack[-1]
    return memory[237]


def op_0ee(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65298)
    memory[238] = stack[-1]
    return memory[238]


def op_0ef(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65297)
    memory[239] = stack[-1]
    return memory[239]


def op_0f0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65296)
    memory[240] = stack[-1]
    return memory[240]


def op_0f1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65295)
    memory[241] = stack[-1]
    return memory[241]


def op_0f2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65294)
    memory[242] = stack[-1]
    return memory[242]


def op_0f3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65293)
    memory[243] = stack[-1]
    return memory[243]


def op_0f4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65292)
    memory[244] = stack[-1]
    return memory[244]


def op_0f5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65291)
    memory[245] = stack[-1]
    return memory[245]


def op_0f6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65290)
    memory[246] = stack[-1]
    return memory[246]


def op_0f7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65289)
    memory[247] = stack[-1]
    return memory[247]


def op_0f8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65288)
    memory[248] = stack[-1]
    return memory[248]


def op_0f9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65287)
    memory[249] = stack[-1]
    return memory[249]


def op_0fa(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65286)
    memory[250] = stack[-1]
    return memory[250]


def op_0fb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65285)
    memory[251] = stack[-1]
    return memory[251]


def op_0fc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65284)
    memory[252] = stack[-1]
    return memory[252]


def op_0fd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65283)
    memory[253] = stack[-1]
    return memory[253]


def op_0fe(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65282)
    memory[254] = stack[-1]
    return memory[254]


def op_0ff(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65281)
    memory[255] = stack[-1]
    return memory[255]


def op_100(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65280)
    memory[256] = stack[-1]
    return memory[256]


def op_101(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65279)
    memory[257] = stack[-1]
    return memory[257]


def op_102(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65278)
    memory[258] = stack[-1]
    return memory[258]


def op_103(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65277)
    memory[259] = stack[-1]
    return memory[259]


def op_104(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65276)
    memory[260] = stack[-1]
    return memory[260]


def op_105(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65275)
    memory[261] = stack[-1]
    return memory[261]


def op_106(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65274)
    memory[262] = stack[-1]
    return memory[262]


def op_107(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65273)
    memory[263] = stack[-1]
    return memory[263]


def op_108(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65272)
    memory[264] = stack[-1]
    return memory[264]


def op_109(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65271)
    memory[265] = stack[-1]
    return memory[265]


def op_10a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65270)
    memory[266] = stack[-1]
    return memory[266]


def op_10b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65269)
    memory[267] = stack[-1]
    return memory[267]


def op_10c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65268)
    memory[268] = stack[-1]
    return memory[268]


def op_10d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65267)
    memory[269] = stack[-1]
    return memory[269]


def op_10e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65266)
    memory[270] = stack[-1]
    return memory[270]


def op_10f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65265)
    memory[271] = stack[-1]
    return memory[271]


def op_110(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65264)
    memory[272] = stack[-1]
    return memory[272]


def op_111(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65263)
    memory[273] = stack[-1]
    return memory[273]


def op_112(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65262)
    memory[274] = stack[-1]
    return memory[274]


def op_113(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65261)
    memory[275] = stack[-1]
    return memory[275]


def op_114(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65260)
    memory[276] = stack[-1]
    return memory[276]


def op_115(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65259)
    memory[277] = stack[-1]
    return memory[277]


def op_116(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65258)
    memory[278] = stack[-1]
    return memory[278]


def op_117(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65257)
    memory[279] = stack[-1]
    return memory[279]


def op_118(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65256)
    memory[280] = stack[-1]
    return memory[280]


def op_119(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65255)
    memory[281] = stack[-1]
    return memory[281]


def op_11a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65254)
    memory[282] = stack[-1]
    return memory[282]


def op_11b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65253)
    memory[283] = stack[-1]
    return memory[283]


def op_11c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65252)
    memory[284] = stack[-1]
    return memory[284]


def op_11d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65251)
    memory[285] = stack[-1]
    return memory[285]


def op_11e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65250)
    memory[286] = stack[-1]
    return memory[286]


def op_11f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65249)
    memory[287] = stack[-1]
    return memory[287]


def op_120(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65248)
    memory[288] = stack[-1]
    return memory[288]


def op_121(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65247)
    memory[289] = stack[-1]
    return memory[289]


def op_122(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65246)
    memory[290] = stack[-1]
    return memory[290]


def op_123(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65245)
    memory[291] = stack[-1]
    return memory[291]


def op_124(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65244)
    memory[292] = stack[-1]
    return memory[292]


def op_125(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65243)
    memory[293] = stack[-1]
    return memory[293]


def op_126(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65242)
    memory[294] = stack[-1]
    return memory[294]


def op_127(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65241)
    memory[295] = stack[-1]
    return memory[295]


def op_128(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65240)
    memory[296] = stack[-1]
    return memory[296]


def op_129(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65239)
    memory[297] = stack[-1]
    return memory[297]


def op_12a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65238)
    memory[298] = stack[-1]
    return memory[298]


def op_12b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65237)
    memory[299] = stack[-1]
    return memory[299]


def op_12c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65236)
    memory[300] = stack[-1]
    return memory[300]


def op_12d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65235)
    memory[301] = stack[-1]
    return memory[301]


def op_12e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65234)
    memory[302] = stack[-1]
    return memory[302]


def op_12f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65233)
    memory[303] = stack[-1]
    return memory[303]


def op_130(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65232)
    memory[304] = stack[-1]
    return memory[304]


def op_131(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65231)
    memory[305] = stack[-1]
    return memory[305]


def op_132(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65230)
    memory[306] = stack[-1]
    return memory[306]


def op_133(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65229)
    memory[307] = stack[-1]
    return memory[307]


def op_134(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65228)
    memory[308] = stack[-1]
    return memory[308]


def op_135(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65227)
    memory[309] = stack[-1]
    return memory[309]


def op_136(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65226)
    memory[310] = stack[-1]
    return memory[310]


def op_137(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65225)
    memory[311] = stack[-1]
    return memory[311]


def op_138(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65224)
    memory[312] = stack[-1]
    return memory[312]


def op_139(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65223)
    memory[313] = stack[-1]
    return memory[313]


def op_13a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65222)
    memory[314] = stack[-1]
    return memory[314]


def op_13b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65221)
    memory[315] = stack[-1]
    return memory[315]


def op_13c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65220)
    memory[316] = stack[-1]
    return memory[316]


def op_13d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65219)
    memory[317] = stack[-1]
    return memory[317]


def op_13e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65218)
    memory[318] = stack[-1]
    return memory[318]


def op_13f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65217)
    memory[319] = stack[-1]
    return memory[319]


def op_140(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65216)
    memory[320] = stack[-1]
    return memory[320]


def op_141(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65215)
    memory[321] = stack[-1]
    return memory[321]


def op_142(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65214)
    memory[322] = stack[-1]
    return memory[322]


def op_143(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65213)
    memory[323] = stack[-1]
    return memory[323]


def op_144(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65212)
    memory[324] = stack[-1]
    return memory[324]


def op_145(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65211)
    memory[325] = stack[-1]
    return memory[325]


def op_146(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65210)
    memory[326] = stack[-1]
    return memory[326]


def op_147(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65209)
    memory[327] = stack[-1]
    return memory[327]


def op_148(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65208)
    memory[328] = stack[-1]
    return memory[328]


def op_149(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65207)
    memory[329] = stack[-1]
    return memory[329]


def op_14a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65206)
    memory[330] = stack[-1]
    return memory[330]


def op_14b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65205)
    memory[331] = stack[-1]
    return memory[331]


def op_14c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65204)
    memory[332] = stack[-1]
    return memory[332]


def op_14d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65203)
    memory[333] = stack[-1]
    return memory[333]


def op_14e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65202)
    memory[334] = stack[-1]
    return memory[334]


def op_14f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65201)
    memory[335] = stack[-1]
    return memory[335]


def op_150(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65200)
    memory[336] = stack[-1]
    return memory[336]


def op_151(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65199)
    memory[337] = stack[-1]
    return memory[337]


def op_152(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65198)
    memory[338] = stack[-1]
    return memory[338]


def op_153(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65197)
    memory[339] = stack[-1]
    return memory[339]


def op_154(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65196)
    memory[340] = stack[-1]
    return memory[340]


def op_155(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65195)
    memory[341] = stack[-1]
    return memory[341]


def op_156(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65194)
    memory[342] = stack[-1]
    return memory[342]


def op_157(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65193)
    memory[343] = stack[-1]
    return memory[343]


def op_158(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65192)
    memory[344] = stack[-1]
    return memory[344]


def op_159(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65191)
    memory[345] = stack[-1]
    return memory[345]


def op_15a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65190)
    memory[346] = stack[-1]
    return memory[346]


def op_15b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65189)
    memory[347] = stack[-1]
    return memory[347]


def op_15c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65188)
    memory[348] = stack[-1]
    return memory[348]


def op_15d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65187)
    memory[349] = stack[-1]
    return memory[349]


def op_15e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65186)
    memory[350] = stack[-1]
    return memory[350]


def op_15f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65185)
    memory[351] = stack[-1]
    return memory[351]


def op_160(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65184)
    memory[352] = stack[-1]
    return memory[352]


def op_161(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65183)
    memory[353] = stack[-1]
    return memory[353]


def op_162(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65182)
    memory[354] = stack[-1]
    return memory[354]


def op_163(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65181)
    memory[355] = stack[-1]
    return memory[355]


def op_164(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65180)
    memory[356] = stack[-1]
    return memory[356]


def run(program, stack=None):
    if stack == None:
        stack = []
    memory = {}
    for name in program:
        globals()[name](stack, memory)
    return memory


def op_165(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65179)
    memory[357] = stack[-1]
    return memory[357]


def op_166(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65178)
    memory[358] = stack[-1]
    return memory[358]


def op_167(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65177)
    memory[359] = stack[-1]
    return memory[359]


def op_168(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65176)
    memory[360] = stack[-1]
    return memory[360]


def op_169(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65175)
    memory[361] = stack[-1]
    return memory[361]


def op_16a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65174)
    memory[362] = stack[-1]
    return memory[362]


def op_16b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65173)
    memory[363] = stack[-1]
    return memory[363]


def op_16c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65172)
    memory[364] = stack[-1]
    return memory[364]


def op_16d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65171)
    memory[365] = stack[-1]
    return memory[365]


def op_16e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65170)
    memory[366] = stack[-1]
    return memory[366]


def op_16f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65169)
    memory[367] = stack[-1]
    return memory[367]


def op_170(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65168)
    memory[368] = stack[-1]
    return memory[368]


def op_171(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65167)
    memory[369] = stack[-1]
    return memory[369]


def op_172(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65166)
    memory[370] = stack[-1]
    return memory[370]


def op_173(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65165)
    memory[371] = stack[-1]
    return memory[371]


def op_174(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65164)
    memory[372] = stack[-1]
    return memory[372]


def op_175(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65163)
    memory[373] = stack[-1]
    return memory[373]


def op_176(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65162)
    memory[374] = stack[-1]
    return memory[374]


def op_177(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65161)
    memory[375] = stack[-1]
    return memory[375]


def op_178(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65160)
    memory[376] = stack[-1]
    return memory[376]


def op_179(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65159)
    memory[377] = stack[-1]
    return memory[377]


def op_17a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65158)
    memory[378] = stack[-1]
    return memory[378]


def op_17b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65157)
    memory[379] = stack[-1]
    return memory[379]


def op_17c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65156)
    memory[380] = stack[-1]
    return memory[380]


def op_17d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65155)
    memory[381] = stack[-1]
    return memory[381]


def op_17e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65154)
    memory[382] = stack[-1]
    return memory[382]


def op_17f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65153)
    memory[383] = stack[-1]
    return memory[383]


def op_180(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65152)
    memory[384] = stack[-1]
    return memory[384]


def op_181(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65151)
    memory[385] = stack[-1]
    return memory[385]


def op_182(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65150)
    memory[386] = stack[-1]
    return memory[386]


def op_183(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65149)
    memory[387] = stack[-1]
    return memory[387]


def op_184(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65148)
    memory[388] = stack[-1]
    return memory[388]


def op_185(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65147)
    memory[389] = stack[-1]
    return memory[389]


def op_186(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65146)
    memory[390] = stack[-1]
    return memory[390]


def op_187(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65145)
    memory[391] = stack[-1]
    return memory[391]


def op_188(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65144)
    memory[392] = stack[-1]
    return memory[392]


def op_189(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65143)
    memory[393] = stack[-1]
    return memory[393]


def op_18a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65142)
    memory[394] = stack[-1]
    return memory[394]


def op_18b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65141)
    memory[395] = stack[-1]
    return memory[395]


def op_18c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65140)
    memory[396] = stack[-1]
    return memory[396]


def op_18d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65139)
    memory[397] = stack[-1]
    return memory[397]


def op_18e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65138)
    memory[398] = stack[-1]
    return memory[398]


def op_18f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65137)
    memory[399] = stack[-1]
    return memory[399]


def op_190(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65136)
    memory[400] = stack[-1]
    return memory[400]


def op_191(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65135)
    memory[401] = stack[-1]
    return memory[401]


def op_192(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65134)
    memory[402] = stack[-1]
    return memory[402]


def op_193(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65133)
    memory[403] = stack[-1]
    return memory[403]


def op_194(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65132)
    memory[404] = stack[-1]
    return memory[404]


def op_195(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65131)
    memory[405] = stack[-1]
    return memory[405]


def op_196(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65130)
    memory[406] = stack[-1]
    return memory[406]


def op_197(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65129)
    memory[407] = stack[-1]
    return memory[407]


def op_198(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65128)
    memory[408] = stack[-1]
    return memory[408]


def op_199(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65127)
    memory[409] = stack[-1]
    return memory[409]


def op_19a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65126)
    memory[410] = stack[-1]
    return memory[410]


def op_19b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65125)
    memory[411] = stack[-1]
    return memory[411]


def op_19c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65124)
    memory[412] = stack[-1]
    return memory[412]


def op_19d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65123)
    memory[413] = stack[-1]
    return memory[413]


def op_19e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65122)
    memory[414] = stack[-1]
    return memory[414]


def op_19f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65121)
    memory[415] = stack[-1]
    return memory[415]


def op_1a0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65120)
    memory[416] = stack[-1]
    return memory[416]


def op_1a1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65119)
    memory[417] = stack[-1]
    return memory[417]


def op_1a2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65118)
    memory[418] = stack[-1]
    return memory[418]


def op_1a3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65117)
    memory[419] = stack[-1]
    return memory[419]


def op_1a4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65116)
    memory[420] = stack[-1]
    return memory[420]


def op_1a5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65115)
    memory[421] = stack[-1]
    return memory[421]


def op_1a6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65114)
    memory[422] = stack[-1]
    return memory[422]


def op_1a7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65113)
    memory[423] = stack[-1]
    return memory[423]


def op_1a8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65112)
    memory[424] = stack[-1]
    return memory[424]


def op_1a9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65111)
    memory[425] = stack[-1]
    return memory[425]


def op_1aa(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65110)
    memory[426] = stack[-1]
    return memory[426]


def op_1ab(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65109)
    memory[427] = stack[-1]
    return memory[427]


def op_1ac(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65108)
    memory[428] = stack[-1]
    return memory[428]


def op_1ad(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65107)
    memory[429] = stack[-1]
    return memory[429]


def op_1ae(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65106)
    memory[430] = stack[-1]
    return memory[430]


def op_1af(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65105)
    memory[431] = stack[-1]
    return memory[431]


def op_1b0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65104)
    memory[432] = stack[-1]
    return memory[432]


def op_1b1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65103)
    memory[433] = stack[-1]
    return memory[433]


def op_1b2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65102)
    memory[434] = stack[-1]
    return memory[434]


def op_1b3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65101)
    memory[435] = stack[-1]
    return memory[435]


def op_1b4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65100)
    memory[436] = stack[-1]
    return memory[436]


def op_1b5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65099)
    memory[437] = stack[-1]
    return memory[437]


def op_1b6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65098)
    memory[438] = stack[-1]
    return memory[438]


def op_1b7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65097)
    memory[439] = stack[-1]
    return memory[439]


def op_1b8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65096)
    memory[440] = stack[-1]
    return memory[440]


def op_1b9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65095)
    memory[441] = stack[-1]
    return memory[441]


def op_1ba(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65094)
    memory[442] = stack[-1]
    return memory[442]


def op_1bb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65093)
    memory[443] = stack[-1]
    return memory[443]


def op_1bc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65092)
    memory[444] = stack[-1]
    return memory[444]


def op_1bd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65091)
    memory[445] = stack[-1]
    return memory[445]


def op_1be(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65090)
    memory[446] = stack[-1]
    return memory[446]


def op_1bf(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65089)
    memory[447] = stack[-1]
    return memory[447]


def op_1c0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65088)
    memory[448] = stack[-1]
    return memory[448]


def op_1c1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65087)
    memory[449] = stack[-1]
    return memory[449]


def op_1c2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65086)
    memory[450] = stack[-1]
    return memory[450]


def op_1c3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65085)
    memory[451] = stack[-1]
    return memory[451]


def op_1c4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65084)
    memory[452] = stack[-1]
    return memory[452]


def op_1c5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65083)
    memory[453] = stack[-1]
    return memory[453]


def op_1c6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65082)
    memory[454] = stack[-1]
    return memory[454]


def op_1c7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65081)
    memory[455] = stack[-1]
    return memory[455]


def op_1c8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65080)
    memory[456] = stack[-1]
    return memory[456]


def op_1c9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65079)
    memory[457] = stack[-1]
    return memory[457]


def op_1ca(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65078)
    memory[458] = stack[-1]
    return memory[458]


def op_1cb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65077)
    memory[459] = stack[-1]
    return memory[459]


def op_1cc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65076)
    memory[460] = stack[-1]
    return memory[460]


def op_1cd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65075)
    memory[461] = stack[-1]
    return memory[461]


def op_1ce(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65074)
    memory[462] = stack[-1]
    return memory[462]


def op_1cf(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65073)
    memory[463] = stack[-1]
    return memory[463]


def op_1d0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65072)
    memory[464] = stack[-1]
    return memory[464]


def op_1d1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65071)
    memory[465] = stack[-1]
    return memory[465]


def op_1d2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65070)
    memory[466] = stack[-1]
    return memory[466]


def op_1d3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65069)
    memory[467] = stack[-1]
    return memory[467]


def op_1d4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65068)
    memory[468] = stack[-1]
    return memory[468]


def op_1d5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65067)
    memory[469] = stack[-1]
    return memory[469]


def op_1d6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65066)
    memory[470] = stack[-1]
    return memory[470]


def op_1d7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65065)
    memory[471] = stack[-1]
    return memory[471]


def op_1d8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65064)
    memory[472] = stack[-1]
    return memory[472]


def op_1d9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65063)
    memory[473] = stack[-1]
    return memory[473]


def op_1da(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65062)
    memory[474] = stack[-1]
    return memory[474]


def op_1db(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65061)
    memory[475] = stack[-1]
    return memory[475]


def op_1dc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65060)
    memory[476] = stack[-1]
    return memory[476]


def op_1dd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65059)
    memory[477] = stack[-1]
    return memory[477]


def op_1de(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65058)
    memory[478] = stack[-1]
    return memory[478]


def op_1df(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65057)
    memory[479] = stack[-1]
    return memory[479]


def op_1e0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65056)
    memory[480] = stack[-1]
    return memory[480]


def op_1e1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65055)
    memory[481] = stack[-1]
    return memory[481]


def op_1e2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65054)
    memory[482] = stack[-1]
    return memory[482]


def op_1e3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65053)
    memory[483] = stack[-1]
    return memory[483]


def op_1e4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65052)
    memory[484] = stack[-1]
    return memory[484]


def op_1e5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65051)
    memory[485] = stack[-1]
    return memory[485]


def op_1e6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65050)
    memory[486] = stack[-1]
    return memory[486]


def op_1e7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65049)
    memory[487] = stack[-1]
    return memory[487]


def op_1e8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65048)
    memory[488] = stack[-1]
    return memory[488]


def op_1e9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65047)
    memory[489] = stack[-1]
    return memory[489]


def op_1ea(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65046)
    memory[490] = stack[-1]
    return memory[490]


def op_1eb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65045)
    memory[491] = stack[-1]
    return memory[491]


def op_1ec(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65044)
    memory[492] = stack[-1]
    return memory[492]


def op_1ed(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65043)
    memory[493] = stack[-1]
    return memory[493]


def op_1ee(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65042)
    memory[494] = stack[-1]
    return memory[494]


def op_1ef(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65041)
    memory[495] = stack[-1]
    return memory[495]


def op_1f0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65040)
    memory[496] = stack[-1]
    return memory[496]


def op_1f1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65039)
    memory[497] = stack[-1]
    return memory[497]


def op_1f2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65038)
    memory[498] = stack[-1]
    return memory[498]


def op_1f3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65037)
    memory[499] = stack[-1]
    return memory[499]


def op_1f4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65036)
    memory[500] = stack[-1]
    return memory[500]


def op_1f5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65035)
    memory[501] = stack[-1]
    return memory[501]


def op_1f6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65034)
    memory[502] = stack[-1]
    return memory[502]


def op_1f7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65033)
    memory[503] = stack[-1]
    return memory[503]


def op_1f8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65032)
    memory[504] = stack[-1]
    return memory[504]


def op_1f9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65031)
    memory[505] = stack[-1]
    return memory[505]


def op_1fa(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65030)
    memory[506] = stack[-1]
    return memory[506]


def op_1fb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65029)
    memory[507] = stack[-1]
    return memory[507]


def op_1fc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65028)
    memory[508] = stack[-1]
    return memory[508]


def op_1fd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65027)
    memory[509] = stack[-1]
    return memory[509]


def op_1fe(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65026)
    memory[510] = stack[-1]
    return memory[510]


def op_1ff(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65025)
    memory[511] = stack[-1]
    return memory[511]


def op_200(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65024)
    memory[512] = stack[-1]
    return memory[512]


def op_201(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65023)
    memory[513] = stack[-1]
    return memory[513]


def op_202(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65022)
    memory[514] = stack[-1]
    return memory[514]


def op_203(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65021)
    memory[515] = stack[-1]
    return memory[515]


def op_204(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65020)
    memory[516] = stack[-1]
    return memory[516]


def op_205(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65019)
    memory[517] = stack[-1]
    return memory[517]


def op_206(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65018)
    memory[518] = stack[-1]
    return memory[518]


def op_207(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65017)
    memory[519] = stack[-1]
    return memory[519]


def op_208(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65016)
    memory[520] = stack[-1]
    return memory[520]


def op_209(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65015)
    memory[521] = stack[-1]
    return memory[521]


def op_20a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65014)
    memory[522] = stack[-1]
    return memory[522]


def op_20b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65013)
    memory[523] = stack[-1]
    return memory[523]


def op_20c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65012)
    memory[524] = stack[-1]
    return memory[524]


def op_20d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65011)
    memory[525] = stack[-1]
    return memory[525]


def op_20e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65010)
    memory[526] = stack[-1]
    return memory[526]


def op_20f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65009)
    memory[527] = stack[-1]
    return memory[527]


def op_210(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65008)
    memory[528] = stack[-1]
    return memory[528]


def op_211(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65007)
    memory[529] = stack[-1]
    return memory[529]


def op_212(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 65006)
    memory[530] = stack[-1]
    return memory[530]


def op_213(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 65005)
    memory[531] = stack[-1]
    return memory[531]


def op_214(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 65004)
    memory[532] = stack[-1]
    return memory[532]


def op_215(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 65003)
    memory[533] = stack[-1]
    return memory[533]


def op_216(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 65002)
    memory[534] = stack[-1]
    return memory[534]


def op_217(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 65001)
    memory[535] = stack[-1]
    return memory[535]


def op_218(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 65000)
    memory[536] = stack[-1]
    return memory[536]


def op_219(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64999)
    memory[537] = stack[-1]
    return memory[537]


def op_21a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64998)
    memory[538] = stack[-1]
    return memory[538]


def op_21b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64997)
    memory[539] = stack[-1]
    return memory[539]


def op_21c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64996)
    memory[540] = stack[-1]
    return memory[540]


def op_21d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64995)
    memory[541] = stack[-1]
    return memory[541]


def op_21e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64994)
    memory[542] = stack[-1]
    return memory[542]


def op_21f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64993)
    memory[543] = stack[-1]
    return memory[543]


def op_220(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64992)
    memory[544] = stack[-1]
    return memory[544]


def op_221(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64991)
    memory[545] = stack[-1]
    return memory[545]


def op_222(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64990)
    memory[546] = stack[-1]
    return memory[546]


def op_223(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64989)
    memory[547] = stack[-1]
    return memory[547]


def op_224(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64988)
    memory[548] = stack[-1]
    return memory[548]


def op_225(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64987)
    memory[549] = stack[-1]
    return memory[549]


def op_226(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64986)
    memory[550] = stack[-1]
    return memory[550]


def op_227(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64985)
    memory[551] = stack[-1]
    return memory[551]


def op_228(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64984)
    memory[552] = stack[-1]
    return memory[552]


def op_229(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64983)
    memory[553] = stack[-1]
    return memory[553]


def op_22a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64982)
    memory[554] = stack[-1]
    return memory[554]


def op_22b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64981)
    memory[555] = stack[-1]
    return memory[555]


def op_22c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64980)
    memory[556] = stack[-1]
    return memory[556]


def op_22d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64979)
    memory[557] = stack[-1]
    return memory[557]


def op_22e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64978)
    memory[558] = stack[-1]
    return memory[558]


def op_22f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64977)
    memory[559] = stack[-1]
    return memory[559]


def op_230(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64976)
    memory[560] = stack[-1]
    return memory[560]


def op_231(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64975)
    memory[561] = stack[-1]
    return memory[561]


def op_232(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64974)
    memory[562] = stack[-1]
    return memory[562]


def op_233(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64973)
    memory[563] = stack[-1]
    return memory[563]


def op_234(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64972)
    memory[564] = stack[-1]
    return memory[564]


def op_235(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64971)
    memory[565] = stack[-1]
    return memory[565]


def op_236(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64970)
    memory[566] = stack[-1]
    return memory[566]


def op_237(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64969)
    memory[567] = stack[-1]
    return memory[567]


def op_238(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64968)
    memory[568] = stack[-1]
    return memory[568]


def op_239(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64967)
    memory[569] = stack[-1]
    return memory[569]


def op_23a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64966)
    memory[570] = stack[-1]
    return memory[570]


def op_23b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64965)
    memory[571] = stack[-1]
    return memory[571]


def op_23c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64964)
    memory[572] = stack[-1]
    return memory[572]


def op_23d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64963)
    memory[573] = stack[-1]
    return memory[573]


def op_23e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64962)
    memory[574] = stack[-1]
    return memory[574]


def op_23f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64961)
    memory[575] = stack[-1]
    return memory[575]


def op_240(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64960)
    memory[576] = stack[-1]
    return memory[576]


def op_241(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64959)
    memory[577] = stack[-1]
    return memory[577]


def op_242(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64958)
    memory[578] = stack[-1]
    return memory[578]


def op_243(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64957)
    memory[579] = stack[-1]
    return memory[579]


def op_244(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64956)
    memory[580] = stack[-1]
    return memory[580]


def op_245(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64955)
    memory[581] = stack[-1]
    return memory[581]


def op_246(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64954)
    memory[582] = stack[-1]
    return memory[582]


def op_247(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64953)
    memory[583] = stack[-1]
    return memory[583]


def op_248(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64952)
    memory[584] = stack[-1]
    return memory[584]


def op_249(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64951)
    memory[585] = stack[-1]
    return memory[585]


def op_24a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64950)
    memory[586] = stack[-1]
    return memory[586]


def op_24b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64949)
    memory[587] = stack[-1]
    return memory[587]


def op_24c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64948)
    memory[588] = stack[-1]
    return memory[588]


def op_24d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64947)
    memory[589] = stack[-1]
    return memory[589]


def op_24e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64946)
    memory[590] = stack[-1]
    return memory[590]


def op_24f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64945)
    memory[591] = stack[-1]
    return memory[591]


def op_250(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64944)
    memory[592] = stack[-1]
    return memory[592]


def op_251(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64943)
    memory[593] = stack[-1]
    return memory[593]


def op_252(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64942)
    memory[594] = stack[-1]
    return memory[594]


def op_253(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64941)
    memory[595] = stack[-1]
    return memory[595]


def op_254(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64940)
    memory[596] = stack[-1]
    return memory[596]


def op_255(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64939)
    memory[597] = stack[-1]
    return memory[597]


def op_256(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64938)
    memory[598] = stack[-1]
    return memory[598]


def op_257(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64937)
    memory[599] = stack[-1]
    return memory[599]


def op_258(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64936)
    memory[600] = stack[-1]
    return memory[600]


def op_259(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64935)
    memory[601] = stack[-1]
    return memory[601]


def op_25a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64934)
    memory[602] = stack[-1]
    return memory[602]


def op_25b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64933)
    memory[603] = stack[-1]
    return memory[603]


def op_25c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64932)
    memory[604] = stack[-1]
    return memory[604]


def op_25d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64931)
    memory[605] = stack[-1]
    return memory[605]


def op_25e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64930)
    memory[606] = stack[-1]
    return memory[606]


def op_25f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64929)
    memory[607] = stack[-1]
    return memory[607]


def op_260(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64928)
    memory[608] = stack[-1]
    return memory[608]


def op_261(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64927)
    memory[609] = stack[-1]
    return memory[609]


def op_262(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64926)
    memory[610] = stack[-1]
    return memory[610]


def op_263(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64925)
    memory[611] = stack[-1]
    return memory[611]


def op_264(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64924)
    memory[612] = stack[-1]
    return memory[612]


def op_265(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64923)
    memory[613] = stack[-1]
    return memory[613]


def op_266(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64922)
    memory[614] = stack[-1]
    return memory[614]


def op_267(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64921)
    memory[615] = stack[-1]
    return memory[615]


def op_268(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64920)
    memory[616] = stack[-1]
    return memory[616]


def op_269(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64919)
    memory[617] = stack[-1]
    return memory[617]


def op_26a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64918)
    memory[618] = stack[-1]
    return memory[618]


def op_26b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64917)
    memory[619] = stack[-1]
    return memory[619]


def op_26c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64916)
    memory[620] = stack[-1]
    return memory[620]


def op_26d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64915)
    memory[621] = stack[-1]
    return memory[621]


def op_26e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64914)
    memory[622] = stack[-1]
    return memory[622]


def op_26f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64913)
    memory[623] = stack[-1]
    return memory[623]


def op_270(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64912)
    memory[624] = stack[-1]
    return memory[624]


def op_271(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64911)
    memory[625] = stack[-1]
    return memory[625]


def op_272(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64910)
    memory[626] = stack[-1]
    return memory[626]


def op_273(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64909)
    memory[627] = stack[-1]
    return memory[627]


def op_274(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64908)
    memory[628] = stack[-1]
    return memory[628]


def op_275(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64907)
    memory[629] = stack[-1]
    return memory[629]


def op_276(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64906)
    memory[630] = stack[-1]
    return memory[630]


def op_277(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64905)
    memory[631] = stack[-1]
    return memory[631]


def op_278(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64904)
    memory[632] = stack[-1]
    return memory[632]


def op_279(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64903)
    memory[633] = stack[-1]
    return memory[633]


def op_27a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64902)
    memory[634] = stack[-1]
    return memory[634]


def op_27b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64901)
    memory[635] = stack[-1]
    return memory[635]


def op_27c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64900)
    memory[636] = stack[-1]
    return memory[636]


def op_27d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64899)
    memory[637] = stack[-1]
    return memory[637]


def op_27e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64898)
    memory[638] = stack[-1]
    return memory[638]


def op_27f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64897)
    memory[639] = stack[-1]
    return memory[639]


def op_280(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64896)
    memory[640] = stack[-1]
    return memory[640]


def op_281(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64895)
    memory[641] = stack[-1]
    return memory[641]


def op_282(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64894)
    memory[642] = stack[-1]
    return memory[642]


def op_283(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64893)
    memory[643] = stack[-1]
    return memory[643]


def op_284(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64892)
    memory[644] = stack[-1]
    return memory[644]


def op_285(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64891)
    memory[645] = stack[-1]
    return memory[645]


def op_286(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64890)
    memory[646] = stack[-1]
    return memory[646]


def op_287(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64889)
    memory[647] = stack[-1]
    return memory[647]


def op_288(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64888)
    memory[648] = stack[-1]
    return memory[648]


def op_289(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64887)
    memory[649] = stack[-1]
    return memory[649]


def op_28a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64886)
    memory[650] = stack[-1]
    return memory[650]


def op_28b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64885)
    memory[651] = stack[-1]
    return memory[651]


def op_28c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64884)
    memory[652] = stack[-1]
    return memory[652]


def op_28d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64883)
    memory[653] = stack[-1]
    return memory[653]


def op_28e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64882)
    memory[654] = stack[-1]
    return memory[654]


def op_28f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64881)
    memory[655] = stack[-1]
    return memory[655]


def op_290(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64880)
    memory[656] = stack[-1]
    return memory[656]


def op_291(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64879)
    memory[657] = stack[-1]
    return memory[657]


def op_292(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64878)
    memory[658] = stack[-1]
    return memory[658]


def op_293(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64877)
    memory[659] = stack[-1]
    return memory[659]


def op_294(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64876)
    memory[660] = stack[-1]
    return memory[660]


def op_295(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64875)
    memory[661] = stack[-1]
    return memory[661]


def op_296(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64874)
    memory[662] = stack[-1]
    return memory[662]


def op_297(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64873)
    memory[663] = stack[-1]
    return memory[663]


def op_298(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64872)
    memory[664] = stack[-1]
    return memory[664]


def op_299(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64871)
    memory[665] = stack[-1]
    return memory[665]


def op_29a(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64870)
    memory[666] = stack[-1]
    return memory[666]


def op_29b(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64869)
    memory[667] = stack[-1]
    return memory[667]


def op_29c(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64868)
    memory[668] = stack[-1]
    return memory[668]


def op_29d(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64867)
    memory[669] = stack[-1]
    return memory[669]


def op_29e(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64866)
    memory[670] = stack[-1]
    return memory[670]


def op_29f(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64865)
    memory[671] = stack[-1]
    return memory[671]


def op_2a0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64864)
    memory[672] = stack[-1]
    return memory[672]


def op_2a1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64863)
    memory[673] = stack[-1]
    return memory[673]


def op_2a2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64862)
    memory[674] = stack[-1]
    return memory[674]


def op_2a3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64861)
    memory[675] = stack[-1]
    return memory[675]


def op_2a4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64860)
    memory[676] = stack[-1]
    return memory[676]


def op_2a5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64859)
    memory[677] = stack[-1]
    return memory[677]


def op_2a6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64858)
    memory[678] = stack[-1]
    return memory[678]


def op_2a7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64857)
    memory[679] = stack[-1]
    return memory[679]


def op_2a8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64856)
    memory[680] = stack[-1]
    return memory[680]


def op_2a9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64855)
    memory[681] = stack[-1]
    return memory[681]


def op_2aa(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64854)
    memory[682] = stack[-1]
    return memory[682]


def op_2ab(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64853)
    memory[683] = stack[-1]
    return memory[683]


def op_2ac(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64852)
    memory[684] = stack[-1]
    return memory[684]


def op_2ad(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64851)
    memory[685] = stack[-1]
    return memory[685]


def op_2ae(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64850)
    memory[686] = stack[-1]
    return memory[686]


def op_2af(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64849)
    memory[687] = stack[-1]
    return memory[687]


def op_2b0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64848)
    memory[688] = stack[-1]
    return memory[688]


def op_2b1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64847)
    memory[689] = stack[-1]
    return memory[689]


def op_2b2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64846)
    memory[690] = stack[-1]
    return memory[690]


def op_2b3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64845)
    memory[691] = stack[-1]
    return memory[691]


def op_2b4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64844)
    memory[692] = stack[-1]
    return memory[692]


def op_2b5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64843)
    memory[693] = stack[-1]
    return memory[693]


def op_2b6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64842)
    memory[694] = stack[-1]
    return memory[694]


def op_2b7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64841)
    memory[695] = stack[-1]
    return memory[695]


def op_2b8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64840)
    memory[696] = stack[-1]
    return memory[696]


def op_2b9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64839)
    memory[697] = stack[-1]
    return memory[697]


def op_2ba(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64838)
    memory[698] = stack[-1]
    return memory[698]


def op_2bb(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64837)
    memory[699] = stack[-1]
    return memory[699]


def op_2bc(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64836)
    memory[700] = stack[-1]
    return memory[700]


def op_2bd(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64835)
    memory[701] = stack[-1]
    return memory[701]


def op_2be(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64834)
    memory[702] = stack[-1]
    return memory[702]


def op_2bf(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64833)
    memory[703] = stack[-1]
    return memory[703]


def op_2c0(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64832)
    memory[704] = stack[-1]
    return memory[704]


def op_2c1(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64831)
    memory[705] = stack[-1]
    return memory[705]


def op_2c2(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64830)
    memory[706] = stack[-1]
    return memory[706]


def op_2c3(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64829)
    memory[707] = stack[-1]
    return memory[707]


def op_2c4(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 2 + right) % 64828)
    memory[708] = stack[-1]
    return memory[708]


def op_2c5(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 3 + right) % 64827)
    memory[709] = stack[-1]
    return memory[709]


def op_2c6(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 4 + right) % 64826)
    memory[710] = stack[-1]
    return memory[710]


def op_2c7(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 5 + right) % 64825)
    memory[711] = stack[-1]
    return memory[711]


def op_2c8(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 6 + right) % 64824)
    memory[712] = stack[-1]
    return memory[712]


def op_2c9(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 7 + right) % 64823)
    memory[713] = stack[-1]
    return memory[713]


def op_2ca(stack, memory):
    left, right = stack.pop(), stack.pop()
    stack.append((left * 1 + right) % 64822)
    memory[714] = stack[-1]
    return memory[714]
